using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// A member by the simple names of its type and itself and its number of parameters: no symbol, so it outlives an edit. Members that are alike in all three
/// share a key, which makes a sketch say too much, never too little.
/// </summary>
internal readonly record struct MemberKey(uint Type, uint Name, int Arity)
{
    /// <summary>The arity of fields and properties.</summary>
    public const int State = -1;

    public static MemberKey Of(ISymbol member)
    {
        var named = member is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : member.OriginalDefinition;
        var isConstructor = member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };
        var name = isConstructor ? member.ContainingType.Name : named.Name.Substring(named.Name.LastIndexOf('.') + 1);
        var arity = named is IMethodSymbol method ? method.Parameters.Length : State;
        return new MemberKey(Declaring(member) is { } type ? Words.Hash(type.Name) : 0, Words.Hash(name), arity);
    }

    /// <summary>The type that the index counts a member to: of a member of an extension block the static class around it.</summary>
    private static INamedTypeSymbol? Declaring(ISymbol member) => IsInExtensionBlock(member) ? member.ContainingType.ContainingType : member.ContainingType;

    /// <summary>True for a member of a C# 14 extension block, which is a type without a name.</summary>
    public static bool IsInExtensionBlock(ISymbol member) => member.ContainingType is { Name: "", ContainingType: not null };

    /// <summary>A primary constructor's parameter is state of its type.</summary>
    public static MemberKey OfPrimary(IParameterSymbol parameter) =>
        new(Words.Hash(parameter.ContainingSymbol.ContainingType.Name), Words.Hash(parameter.Name), State);

    /// <summary>The keys by which a member may be called: its own, and those of what it overrides or implements.</summary>
    public static IEnumerable<MemberKey> AnsweredBy(ISymbol member)
    {
        var own = Of(member);
        yield return own;
        if (member.ContainingType is not { } type || (member.IsStatic && type.AllInterfaces.IsEmpty))
        {
            yield break;
        }

        for (var above = member.IsOverride ? type.BaseType : null; above is { DeclaringSyntaxReferences.IsEmpty: false }; above = above.BaseType)
        {
            yield return own with { Type = Words.Hash(above.Name) };
        }

        foreach (var face in type.AllInterfaces)
        {
            if (!face.DeclaringSyntaxReferences.IsEmpty)
            {
                yield return own with { Type = Words.Hash(face.Name) };
            }
        }
    }
}
