namespace GoalGuard.Analysis.Index;

/// <summary>
/// The members that mention one of the gate's words, or a member that does, and so on. With state, a member that sees a model's words
/// passes them on through the fields that it assigns, to members of the same type that mention these.
/// A name counts in trees that mention the type which declares it or a base of it; that of an extension method anywhere.
/// </summary>
internal sealed class Reach
{
    /// <summary>How many members may stand between a word and those that it reaches: wrappers of wrappers end somewhere.</summary>
    private const int MaxDepth = 6;

    /// <summary>An extension method's name that more types than these declare tells nothing.</summary>
    private const int MaxDeclaringTypes = 2;

    private static readonly uint This = Index.Words.Hash("this");
    private static readonly uint Static = Index.Words.Hash("static");

    private readonly Dictionary<TreeIndex, bool[]> _reached = new(ReferenceComparer.Instance);
    private readonly Dictionary<uint, HashSet<uint>?> _names = new();
    private readonly HashSet<(uint Type, uint Name)> _state = new();
    private readonly Dictionary<uint, int> _declarations = new();
    private readonly HashSet<(uint Type, uint Name)> _declared = new();

    /// <param name="trees">The whole program.</param>
    /// <param name="isSeed">Members that count, and whose callers count.</param>
    /// <param name="isInput">Members that count, but tell their callers nothing; what they assign does. Null: state does not matter.</param>
    public Reach(ImmutableArray<TreeIndex> trees, Func<MemberIndex, TreeIndex, bool> isSeed, Func<MemberIndex, TreeIndex, bool>? isInput = null)
    {
        foreach (var tree in trees)
        {
            _reached[tree] = new bool[tree.Members.Length];
            CountDeclarations(tree);
        }

        // Level by level, so that the order of trees does not matter.
        var level = Level(trees, isSeed);
        foreach (var (tree, member) in isInput is null ? new() : Level(trees, isInput))
        {
            PassState(tree.Members[member], tree);
        }

        for (var depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            foreach (var (tree, member) in level)
            {
                PassName(tree.Members[member], tree);
                if (isInput is not null)
                {
                    PassState(tree.Members[member], tree);
                }
            }

            level = Level(trees, Mentions);
        }
    }

    public bool Contains(TreeIndex tree, int member) => _reached.TryGetValue(tree, out var reached) && reached[member];

    /// <summary>True if a reached member assigns this name in a type called like this.</summary>
    public bool Assigns(uint type, uint name) => _state.Contains((type, name));

    private void CountDeclarations(TreeIndex tree)
    {
        foreach (var member in tree.Members)
        {
            if (_declared.Add((member.Type >= 0 ? tree.Types[member.Type].Name : 0, member.Name)))
            {
                _declarations[member.Name] = _declarations.TryGetValue(member.Name, out var count) ? count + 1 : 1;
            }
        }
    }

    private List<(TreeIndex Tree, int Member)> Level(ImmutableArray<TreeIndex> trees, Func<MemberIndex, TreeIndex, bool> isNext)
    {
        var level = new List<(TreeIndex, int)>();
        foreach (var tree in trees)
        {
            var reached = _reached[tree];
            for (var i = 0; i < reached.Length; i++)
            {
                if (!reached[i] && isNext(tree.Members[i], tree))
                {
                    reached[i] = true;
                    level.Add((tree, i));
                }
            }
        }

        return level;
    }

    /// <summary>Those that mention the member are reached next.</summary>
    private void PassName(MemberIndex member, TreeIndex tree)
    {
        if (member.Type < 0 || (member.Mentions(This) && member.Mentions(Static) && _declarations[member.Name] <= MaxDeclaringTypes))
        {
            _names[member.Name] = null;
            return;
        }

        var type = tree.Types[member.Type];
        if (!_names.TryGetValue(member.Name, out var types))
        {
            _names[member.Name] = new HashSet<uint>(type.Bases) { type.Name };
        }
        else if (types is not null)
        {
            types.Add(type.Name);
            types.UnionWith(type.Bases);
        }
    }

    /// <summary>Those that mention a field or property that the member assigns are reached next.</summary>
    private void PassState(MemberIndex member, TreeIndex tree)
    {
        if (member.Type < 0)
        {
            return;
        }

        var type = tree.Types[member.Type];
        foreach (var write in member.Writes)
        {
            foreach (var owner in type.Bases.Insert(0, type.Name))
            {
                if (_declared.Contains((owner, write)))
                {
                    _state.Add((owner, write));
                    _state.Add((type.Name, write));
                }
            }
        }
    }

    private bool Mentions(MemberIndex member, TreeIndex tree)
    {
        var type = member.Type >= 0 ? tree.Types[member.Type].Name : 0;
        foreach (var word in member.Words)
        {
            if ((_names.TryGetValue(word, out var types) && (types is null || MentionsAny(tree, types))) || _state.Contains((type, word)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MentionsAny(TreeIndex tree, HashSet<uint> types)
    {
        foreach (var type in types)
        {
            if (tree.Mentions(type))
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
