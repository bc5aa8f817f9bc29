using System.Runtime.CompilerServices;

namespace GoalGuard.Analysis.Index;

/// <summary>
/// The members that mention one of a gate's words, or a member that does, and so on, by names alone: never too few, often too many.
/// A name counts in trees that mention the type which declares it or a base of it, one that most types have, in members that mention the type
/// itself; that of an extension method counts anywhere.
/// </summary>
internal sealed class NameReach
{
    /// <summary>How many members may stand between a word and those that it reaches: wrappers of wrappers end somewhere.</summary>
    private const byte MaxDepth = 6;

    private const byte NotReached = byte.MaxValue;

    /// <summary>An extension method's name that more types than these declare tells nothing.</summary>
    private const int MaxDeclaringTypes = 2;

    private static readonly uint This = Index.Words.Hash("this");
    private static readonly uint Static = Index.Words.Hash("static");

    private readonly ImmutableArray<TreeIndex> _trees;
    private readonly byte[][] _levels;
    private readonly Dictionary<uint, List<Passing>> _passing = new();
    private readonly Dictionary<uint, int> _declarations = new();

    /// <summary>From this level on, a member's name reaches those that mention it, and one of the types if there are any.</summary>
    private readonly record struct Passing(byte Level, ImmutableArray<uint> Types);

    public NameReach(ImmutableArray<TreeIndex> trees, Func<TreeIndex, ImmutableArray<int>> seeds)
    {
        _trees = trees;
        _levels = new byte[trees.Length][];
        var level = new List<(int Tree, int Member)>();
        for (var i = 0; i < trees.Length; i++)
        {
            _levels[i] = trees[i].Members.IsEmpty ? Array.Empty<byte>() : NoneReached(trees[i].Members.Length);
            foreach (var member in seeds(trees[i]))
            {
                _levels[i][member] = 0;
                level.Add((i, member));
            }
        }

        if (level.Count > 0)
        {
            CountDeclarations();
            Spread(level);
        }
    }

    /// <summary>The same for a program in which some trees were edited; null if an edit changed which members are reached, or what they pass on.</summary>
    public NameReach? After(ImmutableArray<TreeIndex> trees, Func<TreeIndex, ImmutableArray<int>> seeds)
    {
        for (var i = 0; i < trees.Length; i++)
        {
            if (!ReferenceEquals(trees[i], _trees[i]) && !IsAlike(i, trees[i], seeds(trees[i])))
            {
                return null;
            }
        }

        return this;
    }

    public bool Contains(int tree, int member) => _levels[tree][member] != NotReached;

    /// <summary>True if no more than so many members stand between it and a word.</summary>
    public bool IsWithin(int tree, int member, int depth) => _levels[tree][member] <= depth;

    private static byte[] NoneReached(int count)
    {
        var levels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            levels[i] = NotReached;
        }

        return levels;
    }

    private bool IsAlike(int position, TreeIndex edited, ImmutableArray<int> seeds)
    {
        var known = _trees[position];
        if (!known.DeclaresLike(edited))
        {
            return false;
        }

        for (var i = 0; i < edited.Members.Length; i++)
        {
            var level = seeds.Contains(i) ? (byte)0 : LevelOf(edited.Members[i], edited);
            if (level != _levels[position][i] || (level != NotReached && IsExtension(edited.Members[i]) != IsExtension(known.Members[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Level by level, so that the order of trees does not matter.</summary>
    private void Spread(List<(int Tree, int Member)> level)
    {
        for (byte depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            var passed = new HashSet<uint>();
            foreach (var (tree, member) in level)
            {
                Pass(_trees[tree].Members[member], _trees[tree], depth, passed);
            }

            level = Next(passed, (byte)(depth + 1));
        }
    }

    private List<(int Tree, int Member)> Next(HashSet<uint> passed, byte depth)
    {
        var level = new List<(int, int)>();
        for (var i = 0; i < _trees.Length; i++)
        {
            var tree = _trees[i];
            if (!MentionsAny(tree, passed))
            {
                continue;
            }

            for (var member = 0; member < tree.Members.Length; member++)
            {
                if (_levels[i][member] == NotReached && LevelOf(tree.Members[member], tree) <= depth)
                {
                    _levels[i][member] = depth;
                    level.Add((i, member));
                }
            }
        }

        return level;
    }

    private static bool MentionsAny(TreeIndex tree, HashSet<uint> words)
    {
        foreach (var word in words)
        {
            if (tree.Mentions(word))
            {
                return true;
            }
        }

        return false;
    }

    private void CountDeclarations()
    {
        var declared = new HashSet<(uint Type, uint Name)>();
        foreach (var tree in _trees)
        {
            foreach (var member in tree.Members)
            {
                if (declared.Add((member.Type >= 0 ? tree.Types[member.Type].Name : 0, member.Name)))
                {
                    _declarations[member.Name] = _declarations.TryGetValue(member.Name, out var count) ? count + 1 : 1;
                }
            }
        }
    }

    /// <summary>Those that mention the member are reached next.</summary>
    private void Pass(MemberIndex member, TreeIndex tree, byte level, HashSet<uint> passed)
    {
        if (!_passing.TryGetValue(member.Name, out var known))
        {
            _passing[member.Name] = known = new List<Passing>();
        }

        var isAnywhere = member.Type < 0 || (IsExtension(member) && _declarations[member.Name] <= MaxDeclaringTypes);
        var types = isAnywhere ? ImmutableArray<uint>.Empty : tree.Types[member.Type].Bases.Add(tree.Types[member.Type].Name);
        if (known.TrueForAll(passing => !passing.Types.IsEmpty && (isAnywhere || types.Any(type => !passing.Types.Contains(type)))))
        {
            known.Add(new Passing(level, types));
            passed.Add(member.Name);
        }
    }

    /// <summary>True for what may be an extension: its type need not be mentioned where it is used.</summary>
    public static bool IsExtension(MemberIndex member) => member.Mentions(This) && member.Mentions(Static);

    /// <summary>One more than the least level of the names that the member mentions.</summary>
    private byte LevelOf(MemberIndex member, TreeIndex tree)
    {
        var level = NotReached;
        foreach (var word in member.Words)
        {
            if (_passing.TryGetValue(word, out var names))
            {
                foreach (var passing in names)
                {
                    if (passing.Level + 1 < level && passing.Level < MaxDepth && Counts(member, tree, passing, word))
                    {
                        level = (byte)(passing.Level + 1);
                    }
                }
            }
        }

        return level;
    }

    private static bool Counts(MemberIndex member, TreeIndex tree, Passing passing, uint name)
    {
        if (passing.Types.IsEmpty)
        {
            return true;
        }

        var isCommon = CommonNames.IsUbiquitous(name);
        foreach (var type in passing.Types)
        {
            if (isCommon ? member.Mentions(type) : tree.Mentions(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Remembers the last answer for a program, and finds it again from a tree that an edit left alone.</summary>
    internal sealed class Cache
    {
        private readonly ConditionalWeakTable<TreeIndex, NameReach> _known = new();

        public NameReach Of(ImmutableArray<TreeIndex> trees, Func<TreeIndex, ImmutableArray<int>> seeds)
        {
            if (trees.IsEmpty)
            {
                return new NameReach(trees, seeds);
            }

            foreach (var anchor in new[] { trees[0], trees[trees.Length - 1] })
            {
                if (_known.TryGetValue(anchor, out var known) && known._trees.Length == trees.Length && known.After(trees, seeds) is { } same)
                {
                    return same;
                }
            }

            var made = new NameReach(trees, seeds);
            Remember(trees[0], made);
            Remember(trees[trees.Length - 1], made);
            return made;
        }

        private void Remember(TreeIndex anchor, NameReach reach)
        {
            lock (_known)
            {
                _known.Remove(anchor);
                _known.Add(anchor, reach);
            }
        }
    }
}
