namespace GoalGuard.Analysis.Knowledge;
public sealed class KnowledgeBase
{
    public ImmutableArray<RoleEntry> RolesOf(ISymbol symbol) => ImmutableArray<RoleEntry>.Empty;
    public ImmutableArray<FlowEntry> FlowsOf(ISymbol symbol) => ImmutableArray<FlowEntry>.Empty;
    public ImmutableArray<RoleEntry> TypeRolesOf(ITypeSymbol type) => ImmutableArray<RoleEntry>.Empty;
    public ImmutableHashSet<string> NamesOf(Func<Role, bool> roles) => ImmutableHashSet<string>.Empty;
    public bool IsModelled(string assembly) => false;
}
