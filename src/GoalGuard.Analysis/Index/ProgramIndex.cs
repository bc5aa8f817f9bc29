namespace GoalGuard.Analysis.Index;

/// <summary>A member of the index with the tree it stands in.</summary>
public readonly record struct IndexedMember(SyntaxTree Tree, TreeIndex Index, int Position, int Ordinal)
{
    public MemberIndex Member => Index.Members[Ordinal];

    /// <summary>The type it is declared in, by simple name; zero at top level.</summary>
    public uint Type => Member.Type >= 0 ? Index.Types[Member.Type].Name : 0;
}

/// <summary>
/// The indexes of all trees of a compilation, and what they say together, by names alone: never too few members, sometimes too
/// many. What they really do is asked of the members it names, and of no others.
/// </summary>
public sealed class ProgramIndex
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<TreeIndex> _indexes;
    private readonly Dictionary<SyntaxTree, int> _positions;
    private readonly Gates _gates;
    private readonly Lazy<bool> _countsNumbers;
    private readonly Lazy<NameReach> _acts;
    private readonly Lazy<NameReach> _asks;
    private readonly Lazy<EffectGate> _effects;
    private readonly Lazy<NameReach> _toolMakers;
    private readonly Lazy<HashSet<uint>> _granting;
    private readonly Lazy<ILookup<uint, int>> _declaring;
    private readonly Lazy<HashSet<(uint Type, uint Name)>> _declared;
    private readonly Lazy<ILookup<uint, (int Tree, TypeIndex Type)>> _inheriting;

    public ProgramIndex(ImmutableArray<SyntaxTree> trees, ImmutableArray<TreeIndex> indexes, Gates gates)
    {
        _trees = trees;
        _indexes = indexes;
        _gates = gates;
        _positions = new Dictionary<SyntaxTree, int>(trees.Length);
        ulong declarations = 0;
        for (var i = 0; i < trees.Length; i++)
        {
            _positions[trees[i]] = i;
            declarations = (declarations * 31) + indexes[i].Declarations;
            HasEndpoint |= indexes[i].HasEndpoint;
        }

        Gates = gates;
        Declarations = declarations + (HasEndpoint ? 1UL : 0);
        _countsNumbers = new(() => indexes.Any(tree => gates.HitsOf(tree).CountsNumbers));
        _acts = new(() => gates.ActsOf(indexes));
        _asks = new(() => gates.AsksOf(indexes));
        _effects = new(() => new EffectGate(indexes, gates.EffectsIn));
        _toolMakers = new(() => gates.ToolMakersOf(indexes));
        _granting = new(FindGranting);
        _declared = new(FindDeclared);
        _declaring = new(() => Types().ToLookup(type => type.Type.Name, type => type.Tree));
        _inheriting = new(() => Types().SelectMany(type => type.Type.Bases, (type, name) => (name, type)).ToLookup(entry => entry.name, entry => entry.type));
    }

    public Gates Gates { get; }

    /// <summary>Stands for everything that is written outside of bodies: while it stays the same, names in an unchanged body mean the same.</summary>
    public ulong Declarations { get; }

    /// <summary>True if any text of the program names a completion endpoint.</summary>
    public bool HasEndpoint { get; }

    /// <summary>True if, by names, anything may act on a number that was chosen; else numbers need not be followed.</summary>
    public bool CountsNumbers => _countsNumbers.Value;

    /// <summary>The indexes of all trees.</summary>
    public ImmutableArray<TreeIndex> Trees => _indexes;

    /// <summary>True if in both versions of a tree the same members mention words of the gates.</summary>
    public bool HitsAlike(TreeIndex one, TreeIndex other) => _gates.HitsOf(one).SameAs(_gates.HitsOf(other));

    /// <summary>The members of a tree.</summary>
    public IEnumerable<IndexedMember> Of(SyntaxTree tree) =>
        _positions.TryGetValue(tree, out var position) ? Of(position) : Enumerable.Empty<IndexedMember>();

    private IEnumerable<IndexedMember> Of(int position) => Enumerable.Range(0, _indexes[position].Members.Length).Select(ordinal => At(position, ordinal));

    public IndexedMember At(int position, int ordinal) => new(_trees[position], _indexes[position], position, ordinal);

    /// <summary>True if, by names, the member may ask a person.</summary>
    public bool MayAsk(IndexedMember member) => _asks.Value.Contains(member.Position, member.Ordinal);

    /// <summary>
    /// True if, by names, the member may hand tools to a model, itself or by giving what it makes to a helper. Tools that it sets are made by itself, by what it
    /// calls, or next to it, where what it keeps is made.
    /// </summary>
    public bool MayGrant(IndexedMember member)
    {
        var hits = _gates.HitsOf(member.Index);
        return hits.Grants.Contains(member.Ordinal)
            || (hits.Settings.Contains(member.Ordinal) && (IsNearMaker(member) || !hits.Makers.IsEmpty))
            || (hits.Makers.Contains(member.Ordinal) && member.Member.Words.Any(_granting.Value.Contains));
    }

    /// <summary>Lists of tools are made by a helper, or by a helper's helper; further away, names alone lead anywhere.</summary>
    private bool IsNearMaker(IndexedMember member) => _toolMakers.Value.IsWithin(member.Position, member.Ordinal, 2);

    /// <summary>The names of the members that hand tools over themselves. A helper further down would make most of a library of tools worth a walk.</summary>
    private HashSet<uint> FindGranting() => new(
        from position in Enumerable.Range(0, _indexes.Length)
        let hits = _gates.HitsOf(_indexes[position])
        from ordinal in hits.Grants.Concat(hits.Settings)
        select _indexes[position].Members[ordinal].Name into name
        where !CommonNames.IsUbiquitous(name)
        select name);

    /// <summary>True if the member may say of a tool that it changes nothing.</summary>
    public bool MaySetHint(IndexedMember member) => _gates.HitsOf(member.Index).Hints.Contains(member.Ordinal);

    /// <summary>True if the member may connect steps to a graph.</summary>
    public bool MayConnect(IndexedMember member) => _gates.HitsOf(member.Index).Edges.Contains(member.Ordinal);

    /// <summary>The members that may switch a precaution off.</summary>
    public IEnumerable<IndexedMember> Switches()
    {
        for (var i = 0; i < _indexes.Length; i++)
        {
            foreach (var ordinal in _gates.SwitchesIn(_indexes[i]))
            {
                yield return At(i, ordinal);
            }
        }
    }

    /// <summary>The members that, by names, ask for leave.</summary>
    public IEnumerable<IndexedMember> AskingLeave() => All().Where(member => member.Member.AsksLeave);

    /// <summary>True if, by names, the member stands between a model and its tools.</summary>
    public bool StandsBetween(IndexedMember member) => _gates.Filters.Value.AreIn(member.Member, member.Index);

    /// <summary>True if, by names, the member may make tools of methods, itself or through what it calls.</summary>
    public bool MayMakeTools(IndexedMember member) => _toolMakers.Value.Contains(member.Position, member.Ordinal);

    /// <summary>The members that may act; the same object after an edit that changes none of them.</summary>
    internal NameReach ActsReach => _acts.Value;

    /// <summary>True if, by names, the member may act, itself or through what it calls.</summary>
    public bool MayAct(IndexedMember member) => _acts.Value.Contains(member.Position, member.Ordinal);

    /// <summary>True if, by names, the member may have an effect of any kind, itself or through what it calls. The first question makes the answer for all.</summary>
    public bool MayReachEffect(IndexedMember member) => _effects.Value.Contains(member.Position, member.Ordinal);

    /// <summary>The members where, by names, a model's words may come in: through a library, or through a type without bodies that is named like a model.</summary>
    public IEnumerable<IndexedMember> Sources() => Members(hits => hits.Sources).Concat(AskingInferred());

    /// <summary>Of these, those that may ask the model themselves.</summary>
    public IEnumerable<IndexedMember> Asking() => Members(hits => hits.Models).Concat(AskingInferred());

    private IEnumerable<IndexedMember> AskingInferred() =>
        from type in Types()
        where type.Type.NamesModel
        from member in MembersOf(type.Type.Name)
        where !member.Member.HasBody
        from user in Meaning(type.Type.Name, member.Member.Name)
        select user;

    /// <summary>True if, by names, a model's words may come in through a library in this very member.</summary>
    public bool IsSource(IndexedMember member) => _gates.HitsOf(member.Index).Sources.Contains(member.Ordinal);

    public IEnumerable<IndexedMember> All() => Enumerable.Range(0, _indexes.Length).SelectMany(Of);

    /// <summary>The members that, by names, may act themselves.</summary>
    public IEnumerable<IndexedMember> Acts() => Members(hits => hits.Acts);

    /// <summary>The members that, by names, may hand a method to a factory of tools.</summary>
    public IEnumerable<IndexedMember> Factories() => Members(hits => hits.Factories);

    private IEnumerable<IndexedMember> Members(Func<GateHits, ImmutableArray<int>> which)
    {
        for (var i = 0; i < _indexes.Length; i++)
        {
            foreach (var ordinal in which(_gates.HitsOf(_indexes[i])))
            {
                yield return At(i, ordinal);
            }
        }
    }

    /// <summary>The member whose declaration this is.</summary>
    public IndexedMember? At(SyntaxReference declaration) =>
        _positions.TryGetValue(declaration.SyntaxTree, out var position) && _indexes[position].MemberAt(declaration.Span) is { } ordinal ? At(position, ordinal) : null;

    /// <summary>The members that mention a word.</summary>
    public IEnumerable<IndexedMember> Mentioning(uint word)
    {
        for (var i = 0; i < _indexes.Length; i++)
        {
            if (_indexes[i].Mentions(word))
            {
                foreach (var member in Of(i))
                {
                    if (member.Member.Mentions(word))
                    {
                        yield return member;
                    }
                }
            }
        }
    }

    /// <summary>
    /// The members that may mean this one by its name: those of trees that name its type, and for a name that most types have, that do so themselves.
    /// The type of an extension method nobody names.
    /// </summary>
    public IEnumerable<IndexedMember> Meaning(uint type, uint name)
    {
        if (Declared(type, name).Any(member => NameReach.IsExtension(member.Member)))
        {
            return Mentioning(name);
        }

        var isCommon = CommonNames.IsUbiquitous(name);
        return Mentioning(name).Where(member => type == 0 || member.Type == type || (isCommon ? member.Member.Mentions(type) : member.Index.Mentions(type)));
    }

    /// <summary>True if a type called like this declares a member called like that.</summary>
    public bool Declares(uint type, uint name) => _declared.Value.Contains((type, name));

    private HashSet<(uint Type, uint Name)> FindDeclared()
    {
        var declared = new HashSet<(uint, uint)>();
        foreach (var index in _indexes)
        {
            foreach (var member in index.Members)
            {
                declared.Add((member.Type >= 0 ? index.Types[member.Type].Name : 0, member.Name));
            }
        }

        return declared;
    }

    /// <summary>The members called like this in types called like that.</summary>
    public IEnumerable<IndexedMember> Declared(uint type, uint name) => MembersOf(type).Where(member => member.Member.Name == name);

    /// <summary>The members of a type, by its simple name, that may assign something called like this.</summary>
    public IEnumerable<IndexedMember> Writing(uint type, uint name) =>
        MembersOf(type).Where(member => member.Member.MayWrite(name));

    private IEnumerable<IndexedMember> MembersOf(uint type) => _declaring.Value[type].Distinct().SelectMany(Of).Where(member => member.Type == type);

    /// <summary>The names of the type and of those that, by names, inherit from it.</summary>
    public IReadOnlyCollection<uint> TypesBelow(uint type)
    {
        var found = new HashSet<uint> { type };
        for (var open = new Queue<uint>(found); open.Count > 0;)
        {
            foreach (var (_, below) in _inheriting.Value[open.Dequeue()])
            {
                if (found.Add(below.Name))
                {
                    open.Enqueue(below.Name);
                }
            }
        }

        return found;
    }

    /// <summary>The type declarations that name this type in their base list.</summary>
    public IEnumerable<(SyntaxTree Tree, TypeIndex Type)> Inheriting(uint name) => _inheriting.Value[name].Select(entry => (_trees[entry.Tree], entry.Type));

    private IEnumerable<(int Tree, TypeIndex Type)> Types()
    {
        for (var i = 0; i < _indexes.Length; i++)
        {
            foreach (var type in _indexes[i].Types)
            {
                yield return (i, type);
            }
        }
    }
}
