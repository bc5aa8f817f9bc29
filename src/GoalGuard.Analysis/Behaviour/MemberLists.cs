using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Where the types or members of a collection come from: all that reflection lists, or a choice of the program. Looks backwards, without walking.</summary>
internal sealed class MemberLists(Engine engine, CancellationToken cancellation)
{
    /// <summary>How many variables and members a list may come through.</summary>
    private const int MaxSteps = 12;

    private static readonly ImmutableHashSet<string> Listings = ImmutableHashSet.Create(
        StringComparer.Ordinal, "GetMethods", "GetTypes", "GetExportedTypes", "GetProperties", "GetFields", "GetConstructors", "GetMembers", "GetNestedTypes",
        "GetRuntimeMethods", "GetRuntimeProperties", "GetRuntimeFields", "DefinedTypes", "ExportedTypes", "DeclaredMethods", "DeclaredProperties", "DeclaredMembers", "DeclaredConstructors");

    /// <summary>What is marked may be called: the program has chosen.</summary>
    private static readonly ImmutableHashSet<string> Marks = ImmutableHashSet.Create(
        StringComparer.Ordinal, "GetCustomAttribute", "GetCustomAttributes", "GetCustomAttributesData", "CustomAttributes", "IsDefined");

    private static readonly ImmutableHashSet<string> Subclasses = ImmutableHashSet.Create(StringComparer.Ordinal, "IsAssignableFrom", "IsAssignableTo", "IsSubclassOf");

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Queue<IOperation> _open = new();

    /// <summary>What is sure of the elements; null if they are not all that reflection lists, or out of sight.</summary>
    public Guard? Look(IOperation collection, IOperation body)
    {
        _open.Enqueue(collection);
        _open.Enqueue(body);
        var (isListed, guards) = (false, Guard.None);
        while (_open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var operation in _open.Dequeue().DescendantsAndSelf())
            {
                switch (Asked(operation))
                {
                    case { } mark when Marks.Contains(mark.Name):
                        return null;
                    case { } test when Subclasses.Contains(test.Name):
                        guards |= Guard.Derived;
                        break;
                    case { } listing:
                        isListed |= Listings.Contains(listing.Name);
                        break;
                    default:
                        Follow(operation);
                        break;
                }
            }
        }

        return isListed ? guards : null;
    }

    /// <summary>What reflection is asked for.</summary>
    private static ISymbol? Asked(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsReflection(call.TargetMethod) => call.TargetMethod,
        IPropertyReferenceOperation property when IsReflection(property.Property) => property.Property,
        _ => null,
    };

    private static bool IsReflection(ISymbol symbol) => symbol.ContainingType is { } type && (type.ContainingNamespace?.ToDisplayString() == "System.Reflection" || Types.FullName(type) == "System.Type");

    /// <summary>Locals, and what the program's own members hold or answer.</summary>
    private void Follow(IOperation operation)
    {
        ISymbol? symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IInvocationOperation call => call.TargetMethod,
            IMemberReferenceOperation state => state.Member,
            _ => null,
        };
        if (symbol is null || symbol.DeclaringSyntaxReferences.IsEmpty || _seen.Count >= MaxSteps || !_seen.Add(symbol))
        {
            return;
        }

        var values = symbol switch
        {
            ILocalSymbol local => Definitions.Of(local, operation),
            IPropertySymbol { GetMethod: { } getter } => engine.Bodies.Operations(symbol, cancellation).Concat(engine.Bodies.Operations(getter, cancellation)),
            _ => engine.Bodies.Operations(symbol, cancellation),
        };
        foreach (var value in values)
        {
            _open.Enqueue(value);
        }
    }
}
