using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Guards;

/// <summary>Identifiers in the responses of a modelled library: the service makes them, whatever the model wrote beside them.</summary>
internal static class Identifiers
{
    private const string Id = "Id";

    public static Value Part(ISymbol member, Value value) =>
        !value.Facts.IsEmpty && member is IPropertySymbol { Type.SpecialType: SpecialType.System_String } && member.Name.EndsWith(Id, StringComparison.Ordinal)
        && member.ContainingAssembly is { } assembly && KnowledgeBase.IsModelled(assembly.Name)
            ? value with { Facts = value.Facts.With(Guard.Opaque) }
            : value;

    /// <summary>What a service gives back for an identifier is no identifier.</summary>
    public static FactSet Fetched(IMethodSymbol method, FactSet facts) =>
        method.ContainingAssembly is { } assembly && KnowledgeBase.IsModelled(assembly.Name)
            ? facts.Map(fact => fact.Origin.Kind == FactKind.Parameter ? fact.With(Guard.Fetched) : fact.Without(Guard.Opaque))
            : facts;

    /// <summary>What a caller knows to be an identifier is none where a service gave something back for it.</summary>
    public static FactSet Resolve(FactSet given, Guard inCallee) => (inCallee & Guard.Fetched) == 0 ? given : given.Map(fact => fact.Without(Guard.Opaque));
}
