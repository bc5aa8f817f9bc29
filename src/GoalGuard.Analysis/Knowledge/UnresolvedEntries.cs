using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>An entry that names nothing; <paramref name="Message"/> says what was looked for.</summary>
public sealed record UnresolvedEntry(SymbolPattern Symbol, EntryOrigin Origin, string Message);

/// <summary>Finds entries of a user's files that name no symbol although the library they speak of is referenced.</summary>
internal static class UnresolvedEntries
{
    public static ImmutableArray<UnresolvedEntry> Find(
        ImmutableArray<ModelsFile> files,
        Compilation compilation,
        CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<UnresolvedEntry>();
        foreach (var file in files)
        {
            var symbols = file.Roles.Concat(file.Withdrawn).Select(entry => (entry.Symbol, entry.Origin))
                .Concat(file.Flows.Select(entry => (entry.Symbol, entry.Origin)))
                .OrderBy(entry => entry.Origin.Line);
            foreach (var (symbol, origin) in symbols)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Problem(symbol, file, compilation) is { } message)
                {
                    found.Add(new UnresolvedEntry(symbol, origin, message));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>True if the program itself declares the type that the entry speaks of.</summary>
    public static bool IsOwn(SymbolPattern symbol, Compilation compilation) =>
        TypesNamed(symbol.Type, compilation).Any(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly));

    private static string? Problem(SymbolPattern symbol, ModelsFile file, Compilation compilation)
    {
        var types = TypesNamed(symbol.Type, compilation);
        if (types.IsEmpty)
        {
            // A file that names its assemblies is only asked about where one of them is referenced.
            return !file.Assemblies.IsEmpty || IsLibraryHere(symbol.Type, compilation)
                ? $"there is no type '{symbol.Type}' in the referenced assemblies"
                : null;
        }

        return symbol.Member is null || types.Any(type => HasMember(type, symbol))
            ? null
            : $"'{symbol.Type}' has no member '{symbol.Text.Substring(symbol.Text.LastIndexOf(symbol.Member, StringComparison.Ordinal))}'";
    }

    /// <summary>The types of that name, whose dots may join namespaces or nested types.</summary>
    private static ImmutableArray<INamedTypeSymbol> TypesNamed(string name, Compilation compilation)
    {
        for (var candidate = name; ;)
        {
            var types = compilation.GetTypesByMetadataName(candidate);
            if (!types.IsEmpty)
            {
                return types;
            }

            var dot = candidate.LastIndexOf('.');
            if (dot < 0)
            {
                return ImmutableArray<INamedTypeSymbol>.Empty;
            }

            candidate = candidate.Substring(0, dot) + "+" + candidate.Substring(dot + 1);
        }
    }

    private static bool HasMember(INamedTypeSymbol type, SymbolPattern symbol)
    {
        if (symbol.Member == "#ctor")
        {
            return type.InstanceConstructors.Any(constructor => Fits(constructor, symbol));
        }

        for (var above = type; above is not null; above = above.BaseType)
        {
            if (Declares(above, symbol))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(face => Declares(face, symbol));
    }

    /// <summary>Members, indexers under the name of their metadata, explicit implementations, and members of extension blocks.</summary>
    private static bool Declares(INamedTypeSymbol type, SymbolPattern symbol) =>
        type.GetMembers().Any(member => IsCalled(member, symbol.Member!) && Fits(member, symbol))
        || type.GetTypeMembers().Any(nested => nested.Name.Length == 0 && !nested.GetMembers(symbol.Member!).IsEmpty);

    private static bool IsCalled(ISymbol member, string name) =>
        member.Name == name || member.MetadataName == name || member.MetadataName.Replace('.', '#') == name;

    /// <summary>The letter of an id is the member's kind, and a written parameter list is that of one overload.</summary>
    private static bool Fits(ISymbol member, SymbolPattern symbol) =>
        symbol.Kind == Letter(member) && (symbol.Parameters is null || SymbolMatcher.SameParameters(symbol.Parameters, member));

    private static char Letter(ISymbol member) => member switch
    {
        IMethodSymbol => 'M',
        IPropertySymbol => 'P',
        IFieldSymbol => 'F',
        IEventSymbol => 'E',
        _ => 'T',
    };

    /// <summary>Whether the namespace of the type, or an assembly called like the start of it, is there.</summary>
    private static bool IsLibraryHere(string type, Compilation compilation)
    {
        INamespaceSymbol? space = compilation.GlobalNamespace;
        var parts = type.Split('.');
        foreach (var part in parts.Take(parts.Length - 1))
        {
            space = space?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
        }

        return (parts.Length > 1 && space is not null)
            || compilation.ReferencedAssemblyNames.Any(assembly => IsPrefix(assembly.Name, type));
    }

    /// <summary>Names as wide as <c>System</c> stand before many libraries' namespaces and prove nothing.</summary>
    private static bool IsPrefix(string assembly, string type) =>
        assembly is not ("System" or "Microsoft" or "Windows")
        && type.Length > assembly.Length
        && type[assembly.Length] == '.'
        && type.StartsWith(assembly, StringComparison.OrdinalIgnoreCase);
}
