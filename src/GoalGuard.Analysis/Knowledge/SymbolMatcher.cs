using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// Finds the entries of a member: those of its own type, of the member it overrides or implements, of a derived type whose
/// member moved into this one, and of a base type whose member moved out to this one.
/// </summary>
internal static class SymbolMatcher
{
    /// <summary>One place in the table that speaks about the symbol, with the declaration to compare parameter lists with.</summary>
    public readonly record struct Match(MemberEntries Entries, ISymbol Declared, INamedTypeSymbol? EntryType);

    public static IEnumerable<Match> Find(ISymbol symbol, Dictionary<string, MemberEntries> byType, MovedMembers moved)
    {
        if (ExtensionBlocks.NamingType(symbol) is not { } type)
        {
            yield break;
        }

        for (ISymbol? declared = symbol; declared is not null; declared = Overridden(declared))
        {
            if (ExtensionBlocks.NamingType(declared) is { } owner && byType.TryGetValue(SymbolNames.OfType(owner), out var entries))
            {
                yield return new Match(entries, declared.OriginalDefinition, owner.OriginalDefinition);
            }
        }

        foreach (var match in Implemented(symbol, type, byType))
        {
            yield return match;
        }

        foreach (var entries in moved.UpTo(symbol, type, byType))
        {
            yield return new Match(entries, symbol, null);
        }

        foreach (var match in Hidden(symbol, type, byType))
        {
            yield return match;
        }
    }

    /// <summary>
    /// Whether an entry means this declaration. Without a parameter list it does; with one, the lists are compared, and where
    /// the type has no member with that list (an older or newer version of the library) the name is enough.
    /// </summary>
    public static bool Accepts(SymbolPattern pattern, Match match)
    {
        var returned = SymbolNames.Returned(pattern.Text);
        if (returned.Length > 0 && returned != SymbolNames.Returned(match.Declared.GetDocumentationCommentId() ?? ""))
        {
            return false;
        }

        if (pattern.Parameters is null || SameParameters(pattern.Parameters, match.Declared))
        {
            return true;
        }

        return match.EntryType is { } type && !Members(type, pattern.Member!).Any(member => SameParameters(pattern.Parameters, member));
    }

    public static bool SameParameters(string written, ISymbol declared)
    {
        var actual = SymbolNames.Parameters(declared);
        if (actual == written)
        {
            return true;
        }

        // The id of a block member leaves out the receiver, which is the first parameter of the implementation.
        return declared is IMethodSymbol { IsExtensionMethod: true } && AfterFirst(actual) == written;
    }

    private static string AfterFirst(string parameters)
    {
        var depth = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            depth += parameters[i] switch { '{' or '[' or '(' => 1, '}' or ']' or ')' => -1, _ => 0 };
            if (depth == 0 && parameters[i] == ',')
            {
                return parameters.Substring(i + 1);
            }
        }

        return "";
    }

    private static IEnumerable<Match> Implemented(ISymbol symbol, INamedTypeSymbol type, Dictionary<string, MemberEntries> byType)
    {
        if (symbol.IsStatic || type.TypeKind == TypeKind.Interface)
        {
            yield break;
        }

        foreach (var face in type.AllInterfaces)
        {
            if (!byType.TryGetValue(SymbolNames.OfType(face), out var entries))
            {
                continue;
            }

            var name = symbol is IPropertySymbol { IsIndexer: true } ? "this[]" : SymbolNames.LastPart(symbol.Name);
            foreach (var member in face.GetMembers(name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
                {
                    yield return new Match(entries, member.OriginalDefinition, face.OriginalDefinition);
                }
            }
        }
    }

    /// <summary>
    /// A library's derived type may hide the member of the base type that the entry names. What source code declares under the
    /// same name is another member, whose body can be read.
    /// </summary>
    private static IEnumerable<Match> Hidden(ISymbol symbol, INamedTypeSymbol type, Dictionary<string, MemberEntries> byType)
    {
        if (symbol.DeclaringSyntaxReferences.IsEmpty
            && symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor }
            && Overridden(symbol) is null)
        {
            for (var above = type.BaseType; above is not null; above = above.BaseType)
            {
                if (byType.TryGetValue(SymbolNames.OfType(above), out var entries))
                {
                    yield return new Match(entries, symbol, null);
                }
            }
        }
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name) =>
        name == "#ctor" ? type.InstanceConstructors : type.GetMembers(name == "Item" ? "this[]" : name).Concat(type.GetMembers(name));

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };
}
