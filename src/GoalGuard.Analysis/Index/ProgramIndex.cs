namespace GoalGuard.Analysis.Index;

/// <summary>A member of the index with the tree it stands in.</summary>
public readonly record struct IndexedMember(SyntaxTree Tree, TreeIndex Index, int Ordinal)
{
    public MemberIndex Member => Index.Members[Ordinal];
}

/// <summary>
/// The indexes of all trees of a compilation, and which members a model's words may reach, by names alone: never too few, sometimes too
/// many. What they really do is asked of the members it names, and of no others.
/// </summary>
public sealed class ProgramIndex
{
    private readonly ImmutableArray<(SyntaxTree Tree, TreeIndex Index)> _trees;
    private readonly Dictionary<SyntaxTree, TreeIndex> _byTree;
    private readonly Lazy<Reach> _sources;
    private readonly Lazy<Reach> _acts;
    private readonly Lazy<Reach> _asks;
    private readonly Lazy<ILookup<uint, (SyntaxTree Tree, TreeIndex Index)>> _declaring;
    private readonly Lazy<ILookup<uint, (SyntaxTree Tree, TypeIndex Type)>> _inheriting;

    public ProgramIndex(IEnumerable<(SyntaxTree Tree, TreeIndex Index)> trees, Gates gates)
    {
        _trees = trees.ToImmutableArray();
        _byTree = new Dictionary<SyntaxTree, TreeIndex>(_trees.Length);
        foreach (var (tree, index) in _trees)
        {
            _byTree[tree] = index;
        }

        var indexes = _trees.Select(tree => tree.Index).Distinct().ToImmutableArray();
        var models = indexes.SelectMany(index => index.Types).Where(type => type.NamesModel).Select(type => type.Name).ToImmutableHashSet();
        _sources = new(() => new Reach(
            indexes,
            (member, tree) => gates.Calls.AreIn(member, tree) || (tree.HasEndpoint && gates.Endpoints.AreIn(member, tree))
                || (models.Count > 0 && member.Words.Any(models.Contains)),
            (member, tree) => gates.Inputs.AreIn(member, tree) || gates.Inputs.AreOverriddenBy(member, tree)));
        _declaring = new(() => _trees.SelectMany(tree => tree.Index.Types, (tree, type) => (tree, type.Name)).ToLookup(pair => pair.Name, pair => pair.tree));
        _inheriting = new(() => (
            from tree in _trees
            from type in tree.Index.Types
            from name in type.Bases
            select (name, tree.Tree, type)).ToLookup(entry => entry.name, entry => (entry.Tree, entry.type)));
        _asks = new(() => new Reach(indexes, gates.Asks.AreIn));
        _acts = new(() => new Reach(indexes, gates.Acts.AreIn));
    }

    /// <summary>The members of a tree.</summary>
    public IEnumerable<IndexedMember> Of(SyntaxTree tree)
    {
        var index = _byTree.TryGetValue(tree, out var known) ? known : TreeIndex.Empty;
        return Enumerable.Range(0, index.Members.Length).Select(ordinal => new IndexedMember(tree, index, ordinal));
    }

    public IEnumerable<IndexedMember> All() => _trees.SelectMany(tree => Of(tree.Tree));

    /// <summary>True if, by names, something a model said may be at hand in the member.</summary>
    public bool MaySeeModel(IndexedMember member) => _sources.Value.Contains(member.Index, member.Ordinal);

    /// <summary>True if, by names, the member may ask a person.</summary>
    public bool MayAsk(IndexedMember member) => _asks.Value.Contains(member.Index, member.Ordinal);

    /// <summary>True if, by names, a member that sees a model may have assigned this field or property.</summary>
    public bool MayHoldModel(string type, string member) => _sources.Value.Assigns(Words.Hash(type), Words.Hash(member));

    /// <summary>The member whose declaration this is.</summary>
    public IndexedMember? At(SyntaxTree tree, int position)
    {
        if (!_byTree.TryGetValue(tree, out var index))
        {
            return null;
        }

        for (var i = 0; i < index.Members.Length; i++)
        {
            if (index.Members[i].Span.Contains(position))
            {
                return new IndexedMember(tree, index, i);
            }
        }

        return null;
    }

    /// <summary>True if, by names, the member may act, itself or through what it calls.</summary>
    public bool MayAct(IndexedMember member) => _acts.Value.Contains(member.Index, member.Ordinal);

    /// <summary>The members that mention a word.</summary>
    public IEnumerable<IndexedMember> Mentioning(uint word) =>
        from tree in _trees
        where tree.Index.Mentions(word)
        from member in Of(tree.Tree)
        where member.Member.Mentions(word)
        select member;

    /// <summary>The members of a type, by its simple name, that may assign something called like this.</summary>
    public IEnumerable<IndexedMember> Writing(uint type, uint name) =>
        from tree in _declaring.Value[type].Distinct()
        from member in Of(tree.Tree)
        where member.Member.Type >= 0 && tree.Index.Types[member.Member.Type].Name == type && member.Member.MayWrite(name)
        select member;

    /// <summary>The type declarations that name this type in their base list.</summary>
    public IEnumerable<(SyntaxTree Tree, TypeIndex Type)> Inheriting(uint name) =>
        _inheriting.Value[name];
}
