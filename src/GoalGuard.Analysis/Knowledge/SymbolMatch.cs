namespace GoalGuard.Analysis.Knowledge;

/// <summary>Does a symbol fit an entry's id? By type and member name, then by parameter list; by overrides and interfaces too.</summary>
internal static class SymbolMatch
{
    /// <summary>The entries that fit. Where one spells out the symbol's own parameters, those that spell out others do not count.</summary>
    public static ImmutableArray<T> Best<T>(ISymbol symbol, ImmutableArray<T> entries, Func<T, SymbolPattern> pattern)
    {
        if (symbol.ContainingType is not { } type)
        {
            return ImmutableArray<T>.Empty;
        }

        // Computed only if an entry has the right type: most symbols share no more than a name with an entry.
        ImmutableArray<ISymbol>? declared = null;
        HashSet<string>? types = null;
        var result = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in entries)
        {
            var id = pattern(entry);
            types ??= new HashSet<string>(KnowledgeBase.SelfAndBases(type).Select(SymbolNames.TypeId), StringComparer.Ordinal);
            if (!types.Contains(id.Type) || (id.Member == "#ctor" && id.Type != SymbolNames.TypeId(type.OriginalDefinition)))
            {
                continue;
            }

            declared ??= Declarations(symbol).ToImmutableArray();
            if (declared.Value.Any(candidate => Fits(candidate, id)))
            {
                result.Add(entry);
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The kind agrees, and the parameters where the id has some; an id whose type is a base type may come from another version.</summary>
    private static bool Fits(ISymbol symbol, SymbolPattern id)
    {
        if (SymbolNames.Kind(symbol) != id.Kind && !(symbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol } && id.Kind == 'P'))
        {
            return false;
        }

        return id.Parameters is null || SameParameters(SymbolNames.Parameters(symbol), id.Parameters);
    }

    /// <summary>Ids read from source may lack a parameter type's namespace.</summary>
    private static bool SameParameters(string actual, string expected) =>
        actual == expected || (actual.Length > expected.Length && actual.EndsWith("." + expected, StringComparison.Ordinal) && expected.IndexOf(',') < 0);

    /// <summary>The symbol, what it overrides, and the interface members it implements.</summary>
    private static IEnumerable<ISymbol> Declarations(ISymbol symbol)
    {
        yield return symbol;
        for (var at = Overridden(symbol); at is not null; at = Overridden(at))
        {
            yield return at.OriginalDefinition;
        }

        foreach (var contract in symbol.ContainingType.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(symbol.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member)?.OriginalDefinition, symbol))
                {
                    yield return member.OriginalDefinition;
                }
            }
        }
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };

    /// <summary>True unless the id names nothing although its namespace is there.</summary>
    public static bool Exists(Compilation compilation, SymbolPattern id)
    {
        var type = Type(compilation, id.Type);
        if (type is null)
        {
            return !HasNamespace(compilation, id.Type);
        }

        return id.Member is null
            || KnowledgeBase.SelfAndBases(type).Any(at => at.GetMembers().Any(member =>
                SymbolNames.MemberName(member) == id.Member && SymbolNames.Kind(member) == id.Kind
                && (id.Parameters is null || SymbolNames.Parameters(member) == id.Parameters)));
    }

    /// <summary>Nested types are joined by dots in ids and by plus signs in metadata names.</summary>
    private static INamedTypeSymbol? Type(Compilation compilation, string name)
    {
        for (var candidate = name; ;)
        {
            if (compilation.GetTypesByMetadataName(candidate).FirstOrDefault() is { } type)
            {
                return type;
            }

            var dot = candidate.IndexOf('+') is var plus and >= 0 ? candidate.LastIndexOf('.', plus) : candidate.LastIndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            candidate = candidate.Substring(0, dot) + "+" + candidate.Substring(dot + 1);
        }
    }

    private static bool HasNamespace(Compilation compilation, string type)
    {
        var at = compilation.GlobalNamespace;
        var parts = type.Split('.');
        for (var i = 0; i < parts.Length - 1; i++)
        {
            if (at.GetNamespaceMembers().FirstOrDefault(space => space.Name == parts[i]) is not { } next)
            {
                return i > 1;
            }

            at = next;
        }

        return true;
    }
}
