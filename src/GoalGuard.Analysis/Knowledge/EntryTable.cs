using System.Collections.Immutable;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>What is known about the members of one name in one type.</summary>
internal sealed class MemberEntries
{
    public List<RoleEntry> Roles { get; } = [];

    public List<FlowEntry> Flows { get; } = [];
}

/// <summary>
/// All entries of the active files, by member name first: almost every symbol that is asked about is ruled out by its simple name.
/// </summary>
internal sealed class EntryTable
{
    private readonly Dictionary<string, Dictionary<string, MemberEntries>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<RoleEntry>> _types = new(StringComparer.Ordinal);

    public EntryTable(ImmutableArray<ModelsFile> embedded, ImmutableArray<ModelsFile> users)
    {
        var overrides = new UserOverrides(users);
        var roles = embedded.SelectMany(file => file.Roles).Where(overrides.Keeps).Concat(users.SelectMany(file => file.Roles));
        var flows = embedded.SelectMany(file => file.Flows).Where(overrides.Keeps).Concat(users.SelectMany(file => file.Flows));
        foreach (var entry in roles)
        {
            if (entry.Symbol.Member is not null)
            {
                Of(entry.Symbol).Roles.Add(entry);
            }
            else
            {
                var known = _types.TryGetValue(entry.Symbol.Type, out var others) ? others : ImmutableArray<RoleEntry>.Empty;
                _types[entry.Symbol.Type] = known.Add(entry);
            }

            All.Add(entry);
        }

        foreach (var entry in flows)
        {
            Of(entry.Symbol).Flows.Add(entry);
        }
    }

    /// <summary>Every role entry that counts.</summary>
    public List<RoleEntry> All { get; } = [];

    /// <summary>Type name → entries of members of that simple name.</summary>
    public bool TryMembers(string name, out Dictionary<string, MemberEntries> byType) => _members.TryGetValue(name, out byType!);

    public bool HasTypes => _types.Count > 0;

    public bool TryType(string name, out ImmutableArray<RoleEntry> entries) => _types.TryGetValue(name, out entries);

    private MemberEntries Of(SymbolPattern symbol)
    {
        if (!_members.TryGetValue(symbol.Member!, out var byType))
        {
            _members.Add(symbol.Member!, byType = new Dictionary<string, MemberEntries>(StringComparer.Ordinal));
        }

        if (!byType.TryGetValue(symbol.Type, out var entries))
        {
            byType.Add(symbol.Type, entries = new MemberEntries());
        }

        return entries;
    }
}
