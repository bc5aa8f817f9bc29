namespace GoalGuard.Analysis.Index;

/// <summary>A member of the index with the tree it stands in.</summary>
public readonly record struct IndexedMember(SyntaxTree Tree, TreeIndex Index, MemberIndex Member)
{
    public TypeIndex? Type => Member.Type >= 0 ? Index.Types[Member.Type] : null;
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
    private readonly Lazy<ILookup<uint, IndexedMember>> _byName;

    /// <param name="trees">Every tree of the compilation with its index.</param>
    /// <param name="sources">Hashes of the names by which a program asks a model or is asked by one.</param>
    /// <param name="acts">Hashes of the names by which it acts.</param>
    /// <param name="endpointCalls">Hashes of the names by which it posts to an endpoint; they count where a tree names a completion endpoint.</param>
    public ProgramIndex(
        IEnumerable<(SyntaxTree Tree, TreeIndex Index)> trees, ImmutableHashSet<uint> sources, ImmutableHashSet<uint> acts, ImmutableHashSet<uint> endpointCalls)
    {
        _trees = trees.ToImmutableArray();
        _byTree = new Dictionary<SyntaxTree, TreeIndex>(_trees.Length);
        foreach (var (tree, index) in _trees)
        {
            _byTree[tree] = index;
        }

        var models = _trees.SelectMany(tree => tree.Index.Types).Where(type => type.NamesModel).Select(type => type.Name);
        var seen = sources.Union(models);
        if (_trees.Any(tree => tree.Index.HasEndpoint))
        {
            seen = seen.Union(endpointCalls);
        }

        _sources = new(() => new Reach(_trees, seen, throughState: true));
        _acts = new(() => new Reach(_trees, acts, throughState: false));
        _byName = new(() => All().ToLookup(member => member.Member.Name));
    }

    public TreeIndex Of(SyntaxTree tree) => _byTree.TryGetValue(tree, out var index) ? index : TreeIndex.Empty;

    /// <summary>True if, by names, something a model said may be at hand in the member.</summary>
    public bool MaySeeModel(MemberIndex member, TreeIndex index) => _sources.Value.Contains(member, index);

    /// <summary>True if, by names, the member may act, itself or through what it calls.</summary>
    public bool MayAct(MemberIndex member, TreeIndex index) => _acts.Value.Contains(member, index);

    /// <summary>The members that mention a word.</summary>
    public IEnumerable<IndexedMember> Mentioning(uint word) => All().Where(member => member.Member.Mentions(word));

    /// <summary>The members of a type, by its simple name, that may assign something called like this.</summary>
    public IEnumerable<IndexedMember> Writing(uint type, uint name) =>
        from tree in _trees
        from member in tree.Index.Members
        where member.Type >= 0 && tree.Index.Types[member.Type].Name == type && member.MayWrite(name)
        select new IndexedMember(tree.Tree, tree.Index, member);

    /// <summary>The type declarations that name this type in their base list.</summary>
    public IEnumerable<(SyntaxTree Tree, TypeIndex Type)> Inheriting(uint name) =>
        from tree in _trees
        from type in tree.Index.Types
        where type.Bases.BinarySearch(name) >= 0
        select (tree.Tree, type);

    public IEnumerable<IndexedMember> Named(uint name) => _byName.Value[name];

    private IEnumerable<IndexedMember> All() =>
        from tree in _trees
        from member in tree.Index.Members
        select new IndexedMember(tree.Tree, tree.Index, member);
}
