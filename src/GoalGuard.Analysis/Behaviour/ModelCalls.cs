using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// Which calls ask a language model: those that knowledge names, and those without a body in sight whose type is named like a language
/// model and which take text and give text back.
/// </summary>
internal sealed class ModelCalls(Engine engine)
{
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _inferred = new(SymbolEqualityComparer.Default);

    /// <summary>The note of what another project took for a model by its name.</summary>
    public const string Inferred = "inferred";

    public bool Recognise(Frame frame, Call call, ImmutableArray<RoleEntry> roles, out bool isInferred)
    {
        isInferred = false;
        foreach (var entry in roles)
        {
            if (entry.Role == Role.ModelCall && Places.Holds(frame, call, entry.When))
            {
                isInferred = entry.Note == Inferred;
                return true;
            }
        }

        isInferred = roles.IsEmpty && IsInferredCall(call.Method, frame.Method.Cancellation);
        return isInferred;
    }

    /// <summary>True if only its names say that the method asks a language model.</summary>
    public bool IsInferredCall(IMethodSymbol method, CancellationToken cancellation) =>
        _inferred.GetOrAdd(method.OriginalDefinition, candidate => IsInferred(candidate, cancellation));

    private bool IsInferred(IMethodSymbol method, CancellationToken cancellation) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension
        && ModelLexicon.NamesModel(method.ContainingType.Name)
        && engine.Members.Targets(method, cancellation).IsEmpty
        && !IsFramework(method.ContainingType)
        && method.Parameters.Any(parameter => TakesText(parameter.Type))
        && GivesText(method.ReturnType);

    /// <summary>The framework has no language models of its own, and those of modelled libraries are named by knowledge.</summary>
    private bool IsFramework(INamedTypeSymbol type)
    {
        var assembly = type.ContainingAssembly;
        return assembly is null
            || assembly.Name.StartsWith("System", StringComparison.Ordinal)
            || assembly.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || (KnowledgeBase.IsModelled(assembly.Name) && !SymbolEqualityComparer.Default.Equals(assembly, engine.Compilation.Assembly));
    }

    private static bool TakesText(ITypeSymbol type)
    {
        var element = Element(type);
        return Types.IsString(element) || ModelLexicon.NamesMessage(element.Name);
    }

    private static bool GivesText(ITypeSymbol type)
    {
        type = Types.Unwrap(type) ?? type;
        if (type.SpecialType == SpecialType.System_Void || type.Name is "Task" or "ValueTask" || Types.CarriesNoText(type))
        {
            return false;
        }

        var element = Element(type);
        return Types.IsString(element) || ModelLexicon.NamesMessage(element.Name) || element.TypeKind == TypeKind.TypeParameter;
    }

    private static ITypeSymbol Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Arity: 1 } named when Types.IsCollection(named) => named.TypeArguments[0],
        _ => type,
    };
}
