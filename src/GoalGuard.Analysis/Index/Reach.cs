namespace GoalGuard.Analysis.Index;

/// <summary>
/// The members that mention one of the gate's words, or a member that does, and so on. With state, a member that sees a model's words passes
/// them on through the fields that it assigns, to members of the same type that mention these.
/// </summary>
internal sealed class Reach
{
    /// <summary>A name that more types than these declare counts only in trees that mention such a type or a base of it.</summary>
    private const int MaxDeclaringTypes = 2;

    private readonly Dictionary<TreeIndex, bool[]> _reached = new(ReferenceComparer.Instance);
    private readonly Dictionary<uint, HashSet<uint>?> _names = new();
    private readonly HashSet<(uint Type, uint Name)> _state = new();
    private readonly Dictionary<uint, int> _declarations = new();

    public Reach(ImmutableArray<TreeIndex> trees, Func<MemberIndex, TreeIndex, bool> isSeed, bool throughState)
    {
        foreach (var tree in trees)
        {
            _reached[tree] = new bool[tree.Members.Length];
            CountDeclarations(tree);
        }

        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var tree in trees)
            {
                grown |= Grow(tree, isSeed, throughState);
            }

            isSeed = (_, _) => false;
        }
    }

    public bool Contains(TreeIndex tree, int member) => _reached.TryGetValue(tree, out var reached) && reached[member];

    /// <summary>True if a reached member assigns this name in a type called like this.</summary>
    public bool Assigns(uint type, uint name) => _state.Contains((type, name));

    private void CountDeclarations(TreeIndex tree)
    {
        foreach (var name in tree.Members.Select(member => (member.Type, member.Name)).Distinct())
        {
            _declarations[name.Name] = _declarations.TryGetValue(name.Name, out var count) ? count + 1 : 1;
        }
    }

    private bool Grow(TreeIndex tree, Func<MemberIndex, TreeIndex, bool> isSeed, bool throughState)
    {
        var grown = false;
        var reached = _reached[tree];
        for (var i = 0; i < reached.Length; i++)
        {
            var member = tree.Members[i];
            if (!reached[i] && (isSeed(member, tree) || Mentions(member, tree)))
            {
                reached[i] = grown = true;
                Pass(member, tree, throughState);
            }
        }

        return grown;
    }

    /// <summary>What a reached member makes reach further: its name, and what it assigns.</summary>
    private void Pass(MemberIndex member, TreeIndex tree, bool throughState)
    {
        var type = member.Type >= 0 ? tree.Types[member.Type] : null;
        if (type is null || _declarations[member.Name] <= MaxDeclaringTypes)
        {
            _names[member.Name] = null;
        }
        else if (!_names.TryGetValue(member.Name, out var types))
        {
            _names[member.Name] = new HashSet<uint>(type.Bases) { type.Name };
        }
        else if (types is not null)
        {
            types.Add(type.Name);
            types.UnionWith(type.Bases);
        }

        if (throughState && type is not null)
        {
            foreach (var write in member.Writes)
            {
                _state.Add((type.Name, write));
            }
        }
    }

    private bool Mentions(MemberIndex member, TreeIndex tree)
    {
        var type = member.Type >= 0 ? tree.Types[member.Type].Name : 0;
        foreach (var word in member.Words)
        {
            if ((_names.TryGetValue(word, out var types) && (types is null || types.Any(tree.Mentions)))
                || (_state.Count > 0 && _state.Contains((type, word))))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class ReferenceComparer : IEqualityComparer<TreeIndex>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(TreeIndex? x, TreeIndex? y) => ReferenceEquals(x, y);

        public int GetHashCode(TreeIndex tree) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(tree);
    }
}
