namespace GoalGuard.Analysis.Index;

/// <summary>
/// The members that may have an effect of any kind, themselves or through what they mention, by names alone. Wider than what the live gate spreads
/// (<see cref="NameReach"/>): it knows the effects that no flow rule asks for (a file read, a mail, a payment), goes as deep as the program does, and
/// reaches whoever mentions a type in which something acts, for constructors, initializers, operators and <c>Dispose</c> run without being named.
/// Made when reach is first asked for, in one pass over the words of the program.
/// </summary>
internal sealed class EffectGate
{
    /// <summary>A name that no more types than these declare counts wherever it is mentioned.</summary>
    private const int MaxDeclaringTypes = 2;

    private readonly ImmutableArray<TreeIndex> _trees;
    private readonly HashSet<(int Tree, int Member)> _reached = new();
    private readonly Queue<(int Tree, int Member)> _open = new();
    private readonly Dictionary<uint, HashSet<uint>> _declaring = new();
    private readonly Dictionary<uint, List<(int Tree, int Member)>> _mentions = new();
    private readonly Dictionary<uint, HashSet<uint>> _above = new();
    private readonly Dictionary<uint, HashSet<uint>> _below = new();
    private readonly HashSet<uint> _passedTypes = new();

    public EffectGate(ImmutableArray<TreeIndex> trees, Func<TreeIndex, ImmutableArray<int>> seeds)
    {
        _trees = trees;
        ReadTypes();
        ReadMentions();
        for (var i = 0; i < trees.Length; i++)
        {
            foreach (var member in seeds(trees[i]))
            {
                Reach(i, member);
            }
        }

        while (_open.Count > 0)
        {
            var (tree, member) = _open.Dequeue();
            Pass(trees[tree].Members[member], TypeOf(trees[tree], member));
        }
    }

    public bool Contains(int tree, int member) => _reached.Contains((tree, member));

    private static uint TypeOf(TreeIndex tree, int member) => tree.Members[member].Type is >= 0 and var type ? tree.Types[type].Name : 0;

    private void Reach(int tree, int member)
    {
        if (_reached.Add((tree, member)))
        {
            _open.Enqueue((tree, member));
        }
    }

    private void ReadTypes()
    {
        foreach (var type in _trees.SelectMany(tree => tree.Types))
        {
            Get(_declaring, type.Name).Add(0);
            foreach (var above in type.Bases)
            {
                Get(_above, type.Name).Add(above);
                Get(_below, above).Add(type.Name);
            }
        }
    }

    /// <summary>Who mentions which name of the program's own; other words lead nowhere.</summary>
    private void ReadMentions()
    {
        foreach (var tree in _trees)
        {
            for (var member = 0; member < tree.Members.Length; member++)
            {
                Get(_declaring, tree.Members[member].Name).Add(TypeOf(tree, member));
            }
        }

        for (var i = 0; i < _trees.Length; i++)
        {
            for (var member = 0; member < _trees[i].Members.Length; member++)
            {
                foreach (var word in _trees[i].Members[member].Words)
                {
                    if (_declaring.ContainsKey(word))
                    {
                        (_mentions.TryGetValue(word, out var places) ? places : _mentions[word] = new()).Add((i, member));
                    }
                }
            }
        }
    }

    /// <summary>
    /// Those that mention the member may run it; those that mention its type, or one below, may run what goes unnamed or hold what it belongs to.
    /// </summary>
    private void Pass(MemberIndex member, uint type)
    {
        if (type != 0)
        {
            foreach (var each in Closure(type, _below).Where(_passedTypes.Add))
            {
                Mentioned(each, _ => true);
            }
        }

        if (IsAnywhere(member, type))
        {
            Mentioned(member.Name, _ => true);
        }
        else
        {
            var related = Closure(type, _below).Concat(Closure(type, _above)).Distinct().ToList();
            Mentioned(member.Name, tree => related.Exists(tree.Mentions));
        }
    }

    private bool IsAnywhere(MemberIndex member, uint type) =>
        type == 0 || _declaring[member.Name].Count <= MaxDeclaringTypes || NameReach.IsExtension(member);

    private void Mentioned(uint word, Func<TreeIndex, bool> counts)
    {
        if (_mentions.TryGetValue(word, out var places))
        {
            foreach (var (tree, member) in places.Where(place => counts(_trees[place.Tree])))
            {
                Reach(tree, member);
            }
        }
    }

    private static HashSet<uint> Closure(uint type, Dictionary<uint, HashSet<uint>> next)
    {
        var found = new HashSet<uint> { type };
        for (var open = new Queue<uint>(found); open.Count > 0;)
        {
            foreach (var each in next.TryGetValue(open.Dequeue(), out var others) ? others : Enumerable.Empty<uint>())
            {
                if (found.Add(each))
                {
                    open.Enqueue(each);
                }
            }
        }

        return found;
    }

    private static HashSet<uint> Get(Dictionary<uint, HashSet<uint>> sets, uint key)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = new HashSet<uint>();
        }

        return set;
    }
}
