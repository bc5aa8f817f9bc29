using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Delegates that nobody fills: a field of a type that only this program sees, which its constructors take from an optional parameter, and no
/// creation passes anything. It is always null, so nothing comes of invoking it.
/// </summary>
internal sealed class UnfilledDelegates(Engine engine)
{
    private readonly ConcurrentDictionary<IFieldSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>True if the delegate that is invoked here is such a field.</summary>
    public bool IsAlwaysNull(IOperation? invoked, CancellationToken cancellation) =>
        invoked is IFieldReferenceOperation { Field: { IsStatic: false } field } && IsInternal(field)
        && (_known.TryGetValue(field, out var known) ? known : _known.GetOrAdd(field, Find(field, cancellation)));

    /// <summary>Only its own type assigns the field, and only this program makes the type.</summary>
    private static bool IsInternal(IFieldSymbol field)
    {
        if (field.DeclaredAccessibility != Accessibility.Private || field.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        for (var type = field.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal)
            {
                return true;
            }
        }

        return false;
    }

    private bool Find(IFieldSymbol field, CancellationToken cancellation)
    {
        if (engine.Bodies.Operations(field, cancellation).Any())
        {
            return false;
        }

        var parameters = new List<IParameterSymbol>();
        foreach (var writer in engine.Members.Writers(field, cancellation))
        {
            foreach (var value in engine.Bodies.Operations(writer, cancellation).SelectMany(body => body.Descendants()).Select(operation => Assigned(operation, field)).OfType<IOperation>())
            {
                if (value is not IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter })
                {
                    return false;
                }

                parameters.Add(parameter);
            }
        }

        return parameters.Count > 0 && Creations(field.ContainingType, cancellation).All(arguments => !arguments.Any(argument => Fills(argument, parameters)));
    }

    private static IOperation? Assigned(IOperation operation, IFieldSymbol field) =>
        operation is IAssignmentOperation { Target: IFieldReferenceOperation { Field: { } target } } assignment && SymbolEqualityComparer.Default.Equals(target, field)
            ? assignment.Value
            : null;

    private static bool Fills(IArgumentOperation argument, List<IParameterSymbol> parameters) =>
        argument.ArgumentKind == ArgumentKind.Explicit && argument.Value.ConstantValue is not { HasValue: true, Value: null }
        && parameters.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter, argument.Parameter?.OriginalDefinition));

    /// <summary>The arguments of everything that makes an object of the type: <c>new</c>, and other constructors.</summary>
    private IEnumerable<ImmutableArray<IArgumentOperation>> Creations(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var name = Words.Hash(type.Name);
        foreach (var member in engine.Index.All().Where(member => member.Index.Mentions(name) && (member.Member.Mentions(New) || member.Member.Mentions(This) || member.Member.Mentions(Base))))
        {
            foreach (var operation in engine.Members.Symbols(member, cancellation)
                .SelectMany(symbol => engine.Bodies.Operations(symbol, cancellation)).SelectMany(body => body.DescendantsAndSelf()))
            {
                switch (operation)
                {
                    case IObjectCreationOperation { Constructor: { } made } creation when Makes(made, type):
                        yield return creation.Arguments;
                        break;
                    case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Constructor } called } call when Makes(called, type):
                        yield return call.Arguments;
                        break;
                }
            }
        }
    }

    private static bool Makes(IMethodSymbol constructor, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(constructor.ContainingType.OriginalDefinition, type.OriginalDefinition);

    private static readonly uint New = Words.Hash("new");
    private static readonly uint This = Words.Hash("this");
    private static readonly uint Base = Words.Hash("base");
}
