using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Sketches;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Objects that only do things. What they were found by, a name or an id, is no part of them.</summary>
internal static class Workers
{
    /// <summary>What an object is told apart by; its author gave it.</summary>
    private static readonly ImmutableHashSet<string> Labels = ImmutableHashSet.Create(StringComparer.Ordinal, "Name", "Id", "Key", "Description");

    /// <summary>True if the method, whose body is out of sight, answers with such an object: an interface of methods that holds no data but what it is told apart by.</summary>
    public static bool AreFoundBy(IMethodSymbol method) =>
        Types.Unwrap(method.ReturnType) is INamedTypeSymbol { TypeKind: TypeKind.Interface, SpecialType: SpecialType.None } type && !Types.IsCollection(type)
        && type.AllInterfaces.Add(type).SelectMany(face => face.GetMembers()).ToList() is var members
        && members.Any(member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary })
        && !members.Any(member => member is IPropertySymbol property && Carriers.May(property.Type) && !IsLabel(property));

    private static bool IsLabel(IPropertySymbol property) => property.SetMethod is null && Labels.Contains(NameWords.Of(property.Name).LastOrDefault() ?? "");
}
