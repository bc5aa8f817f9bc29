using System.Collections.Immutable;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// Which embedded entries a user's files replace or withdraw. A line for the same role and id replaces ours, a flow line replaces
/// all our flows of that id, and a withdrawal takes what its id covers: without a parameter list all overloads, for a type all of it.
/// </summary>
internal sealed class UserOverrides
{
    private readonly HashSet<(Role Role, string Id)> _roles = [];
    private readonly HashSet<string> _flows = new(StringComparer.Ordinal);
    private readonly List<RoleEntry> _withdrawn = [];

    public UserOverrides(ImmutableArray<ModelsFile> users)
    {
        foreach (var file in users)
        {
            _roles.UnionWith(file.Roles.Select(entry => (entry.Role, entry.Symbol.Text)));
            _flows.UnionWith(file.Flows.Select(entry => entry.Symbol.Text));
            _withdrawn.AddRange(file.Withdrawn);
        }
    }

    public bool Keeps(RoleEntry entry) =>
        !_roles.Contains((entry.Role, entry.Symbol.Text))
        && !_withdrawn.Any(withdrawn => withdrawn.Role == entry.Role && Covers(withdrawn.Symbol, entry.Symbol));

    public bool Keeps(FlowEntry entry) => !_flows.Contains(entry.Symbol.Text);

    private static bool Covers(SymbolPattern withdrawn, SymbolPattern entry) =>
        withdrawn.Type == entry.Type
        && (withdrawn.Member is null
            || (withdrawn.Member == entry.Member && (withdrawn.Parameters is null || withdrawn.Text == entry.Text)));
}
