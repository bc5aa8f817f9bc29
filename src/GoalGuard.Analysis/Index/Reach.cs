namespace GoalGuard.Analysis.Index;

/// <summary>
/// The members that mention one of some words, or a member that does, and so on. With state, a member that sees a model's words passes
/// them on through the fields that it assigns, to members of the same type that mention these.
/// </summary>
internal sealed class Reach
{
    private readonly HashSet<MemberIndex> _members = new(ReferenceComparer.Instance);

    public Reach(ImmutableArray<(SyntaxTree Tree, TreeIndex Index)> trees, ImmutableHashSet<uint> words, bool throughState)
    {
        var state = new HashSet<(uint Type, uint Name)>();
        var names = new HashSet<uint>(words);
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var (_, index) in trees)
            {
                foreach (var member in index.Members)
                {
                    if (_members.Contains(member))
                    {
                        continue;
                    }

                    var type = member.Type >= 0 ? index.Types[member.Type].Name : 0;
                    if (Mentions(member, names) || (state.Count > 0 && MentionsState(member, type, state)))
                    {
                        _members.Add(member);
                        grown = true;
                        names.Add(member.Name);
                        foreach (var write in throughState && member.Type >= 0 ? member.Writes : ImmutableArray<uint>.Empty)
                        {
                            state.Add((type, write));
                        }
                    }
                }
            }
        }
    }

    public bool Contains(MemberIndex member, TreeIndex index) => _members.Contains(member);

    private static bool Mentions(MemberIndex member, HashSet<uint> names)
    {
        foreach (var word in member.Words)
        {
            if (names.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MentionsState(MemberIndex member, uint type, HashSet<(uint, uint)> state)
    {
        foreach (var word in member.Words)
        {
            if (state.Contains((type, word)))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class ReferenceComparer : IEqualityComparer<MemberIndex>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(MemberIndex? x, MemberIndex? y) => ReferenceEquals(x, y);

        public int GetHashCode(MemberIndex member) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(member);
    }
}
