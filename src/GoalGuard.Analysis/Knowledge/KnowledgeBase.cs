using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// The entries that apply to one set of referenced libraries, found by symbol. Shared by all compilations with the same set, so that what
/// was found for a library's member outlives an edit.
/// </summary>
public sealed class KnowledgeBase
{
    private const int MaxCached = 64;
    private static readonly ConcurrentDictionary<string, KnowledgeBase> Cache = new(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, ImmutableArray<RoleEntry>> _roles;
    private readonly ImmutableDictionary<string, ImmutableArray<FlowEntry>> _flows;
    private readonly ImmutableDictionary<string, ImmutableArray<RoleEntry>> _types;
    private readonly ConditionalWeakTable<ISymbol, Entries> _known = new();
    private readonly ImmutableArray<RoleEntry> _all;

    private sealed record Entries(ImmutableArray<RoleEntry> Roles, ImmutableArray<FlowEntry> Flows);

    private KnowledgeBase(ImmutableArray<ModelsFile> files)
    {
        var withdrawn = files.SelectMany(file => file.Withdrawn).Select(Key).ToImmutableHashSet(StringComparer.Ordinal);
        _all = files.SelectMany(file => file.Roles).Where(entry => !withdrawn.Contains(Key(entry))).ToImmutableArray();
        _roles = _all.Where(entry => entry.Symbol.Member is not null).GroupBy(entry => entry.Symbol.Member!, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        _types = _all.Where(entry => entry.Symbol.Member is null).GroupBy(entry => entry.Symbol.Type, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        _flows = files.SelectMany(file => file.Flows).Where(entry => entry.Symbol.Member is not null).GroupBy(entry => entry.Symbol.Member!, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static string Key(RoleEntry entry) => RoleNames.OfRole[entry.Role] + " " + entry.Symbol.Text;

    /// <summary>The knowledge for a program that references these assemblies.</summary>
    public static KnowledgeBase For(IEnumerable<string> referencedAssemblies, ImmutableArray<ModelsFile> userFiles)
    {
        var referenced = new HashSet<string>(referencedAssemblies, StringComparer.OrdinalIgnoreCase);
        var active = EmbeddedModels.Files.Where(file => file.Assemblies.IsEmpty || file.Assemblies.Any(referenced.Contains)).ToImmutableArray();
        if (!userFiles.IsDefaultOrEmpty)
        {
            return new KnowledgeBase(active.AddRange(userFiles));
        }

        if (Cache.Count > MaxCached)
        {
            Cache.Clear();
        }

        return Cache.GetOrAdd(string.Join("|", active.Select(file => file.Name)), _ => new KnowledgeBase(active));
    }

    /// <summary>True if one of the assemblies is a model library that an embedded file is about.</summary>
    public static bool MentionsModelLibrary(IEnumerable<string> referencedAssemblies) => referencedAssemblies.Any(EmbeddedModels.Libraries.Contains);

    /// <summary>True if an embedded file says what this assembly's members mean.</summary>
    public static bool IsModelled(string assembly) => EmbeddedModels.Libraries.Contains(assembly);

    public ImmutableArray<RoleEntry> RolesOf(ISymbol symbol) => Find(symbol).Roles;

    public ImmutableArray<FlowEntry> FlowsOf(ISymbol symbol) => Find(symbol).Flows;

    /// <summary>The roles of a type, those of its base types and interfaces included.</summary>
    public ImmutableArray<RoleEntry> TypeRolesOf(ITypeSymbol type) => _known.GetValue(type.OriginalDefinition, found => new Entries(FindType((ITypeSymbol)found), ImmutableArray<FlowEntry>.Empty)).Roles;

    private ImmutableArray<RoleEntry> FindType(ITypeSymbol type)
    {
        var result = ImmutableArray.CreateBuilder<RoleEntry>();
        foreach (var at in SelfAndBases(type))
        {
            if (_types.TryGetValue(SymbolNames.TypeId(at), out var entries))
            {
                result.AddRange(entries);
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The simple names by which source text mentions members of these entries.</summary>
    public ImmutableHashSet<string> NamesOf(Func<RoleEntry, bool> entries)
    {
        var names = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        foreach (var symbol in _all.Where(entries).Select(entry => entry.Symbol))
        {
            var name = symbol.Member is null or "#ctor" ? Simple(symbol.Type) : symbol.Member;
            names.Add(name);
            if (name.EndsWith("Attribute", StringComparison.Ordinal))
            {
                names.Add(name.Substring(0, name.Length - "Attribute".Length));
            }
        }

        return names.ToImmutable();
    }

    private static string Simple(string type)
    {
        var name = type.Substring(type.LastIndexOf('.') + 1);
        var tick = name.IndexOf('`');
        return tick < 0 ? name : name.Substring(0, tick);
    }

    private Entries Find(ISymbol symbol)
    {
        var name = SymbolNames.MemberName(symbol);
        if (!_roles.ContainsKey(name) && !_flows.ContainsKey(name))
        {
            return None;
        }

        return _known.GetValue(SymbolNames.Definition(symbol), Match);
    }

    private static readonly Entries None = new(ImmutableArray<RoleEntry>.Empty, ImmutableArray<FlowEntry>.Empty);

    private Entries Match(ISymbol symbol)
    {
        var name = SymbolNames.MemberName(symbol);
        var roles = _roles.TryGetValue(name, out var r) ? SymbolMatch.Best(symbol, r, entry => entry.Symbol) : ImmutableArray<RoleEntry>.Empty;
        var flows = _flows.TryGetValue(name, out var f) ? SymbolMatch.Best(symbol, f, entry => entry.Symbol) : ImmutableArray<FlowEntry>.Empty;
        return roles.IsEmpty && flows.IsEmpty ? None : new Entries(roles, flows);
    }

    internal static IEnumerable<INamedTypeSymbol> SelfAndBases(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is INamedTypeSymbol named)
            {
                yield return named.OriginalDefinition;
            }
        }

        foreach (var contract in type.AllInterfaces)
        {
            yield return contract.OriginalDefinition;
        }
    }

    /// <summary>The entries of a user's file that name nothing in a compilation which has their namespace, with their lines.</summary>
    public static ImmutableArray<(string Id, int Line)> Unresolved(Compilation compilation, ModelsFile file) =>
        file.Roles.Select(entry => (entry.Symbol, entry.Origin.Line))
            .Concat(file.Flows.Select(entry => (entry.Symbol, entry.Origin.Line)))
            .Where(entry => !SymbolMatch.Exists(compilation, entry.Symbol))
            .Select(entry => (entry.Symbol.Text, entry.Line)).ToImmutableArray();
}
