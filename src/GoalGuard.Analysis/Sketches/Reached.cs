using System.Runtime.CompilerServices;
using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// What the sketches of a program say together. Holds positions and names alone, so it is kept over edits for as long as the members that it was drawn
/// from stay the same, and no other comes to mention them.
/// </summary>
internal sealed class Reached
{
    private readonly ImmutableArray<TreeIndex> _trees;
    private readonly NameReach _acts;
    private readonly ulong _declarations;
    private readonly ImmutableHashSet<MemberKey> _tools;
    private readonly Dictionary<(int Position, int Ordinal), Sketch> _drawn;
    private readonly HashSet<uint> _names;
    private readonly HashSet<(int Position, int Ordinal)> _hearing = new();
    private readonly HashSet<(int Position, int Ordinal)> _speaking = new();
    private readonly HashSet<(int Position, int Ordinal)> _meeting = new();
    private readonly HashSet<(int Position, int Ordinal)> _meetingAsTools = new();
    private readonly HashSet<MemberKey> _holding;

    public Reached(Engine engine, ProgramSketch program, Drawing drawing, IEnumerable<MemberKey> tools, CancellationToken cancellation)
    {
        _trees = engine.Index.Trees;
        _acts = engine.Index.ActsReach;
        _declarations = engine.Sketches.Declarations;
        _tools = tools.ToImmutableHashSet();
        _drawn = drawing.Drawn;
        _names = new HashSet<uint>(_drawn.Values.SelectMany(sketch => sketch.Concerns).Select(key => key.Name));
        _holding = program.Spoken;
        foreach (var drawn in _drawn)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(_hearing, drawn.Key, program.Hears(drawn.Value));
            Add(_speaking, drawn.Key, program.Speaks(drawn.Value));
            Add(_meeting, drawn.Key, program.Meets(drawn.Value));
            Add(_meetingAsTools, drawn.Key, program.MeetsOnlyAsTool(drawn.Value));
        }
    }

    private static void Add(HashSet<(int Position, int Ordinal)> members, (int Position, int Ordinal) member, bool belongs)
    {
        if (belongs)
        {
            members.Add(member);
        }
    }

    /// <summary>True if a model's words may come out of the member.</summary>
    public bool Speaks(IndexedMember member) => _speaking.Contains((member.Position, member.Ordinal));

    /// <summary>True if a model's words are at hand in the member.</summary>
    public bool Hears(IndexedMember member) => _hearing.Contains((member.Position, member.Ordinal));

    /// <summary>True if a model's words, at hand in the member, may meet a way to an act there.</summary>
    public bool Meets(IndexedMember member) => _meeting.Contains((member.Position, member.Ordinal));

    /// <summary>True if they meet only should a model really call the member.</summary>
    public bool MeetsOnlyAsTool(IndexedMember member) => _meetingAsTools.Contains((member.Position, member.Ordinal));

    /// <summary>True if a model's words may be in this field or property.</summary>
    public bool Holds(ISymbol state) => _holding.Contains(MemberKey.Of(state));

    /// <summary>True if the same holds of the program after an edit.</summary>
    private bool FitsTo(Engine engine, IReadOnlyCollection<MemberKey> tools, CancellationToken cancellation)
    {
        var trees = engine.Index.Trees;
        if (_trees.Length != trees.Length || !ReferenceEquals(_acts, engine.Index.ActsReach) || _declarations != engine.Sketches.Declarations || !_tools.SetEquals(tools))
        {
            return false;
        }

        for (var i = 0; i < trees.Length; i++)
        {
            if (!ReferenceEquals(trees[i], _trees[i]) && !FitsTo(engine, i, trees[i], cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private bool FitsTo(Engine engine, int position, TreeIndex edited, CancellationToken cancellation)
    {
        var known = _trees[position];
        if (!known.DeclaresLike(edited) || !engine.Index.HitsAlike(known, edited))
        {
            return false;
        }

        for (var i = 0; i < edited.Members.Length; i++)
        {
            var isDrawn = _drawn.TryGetValue((position, i), out var sketch);
            if (isDrawn ? !engine.Sketches.Of(engine.Index.At(position, i), cancellation).SameAs(sketch) : !MentionsAlike(known.Members[i], edited.Members[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True if no name in play is mentioned, or assigned, that was not before, or the other way round.</summary>
    private bool MentionsAlike(MemberIndex known, MemberIndex edited) => SameNames(known.Words, edited.Words) && SameNames(known.Writes, edited.Writes);

    private bool SameNames(ImmutableArray<uint> known, ImmutableArray<uint> edited)
    {
        foreach (var word in edited)
        {
            if (_names.Contains(word) && known.BinarySearch(word) < 0)
            {
                return false;
            }
        }

        foreach (var word in known)
        {
            if (_names.Contains(word) && edited.BinarySearch(word) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Remembers the last answer for a program, and finds it again from a tree that an edit left alone.</summary>
    internal sealed class Cache
    {
        private readonly ConditionalWeakTable<TreeIndex, Reached> _known = new();

        public Reached Of(Engine engine, Func<Engine, CancellationToken, Reached> make, CancellationToken cancellation)
        {
            var trees = engine.Index.Trees;
            var tools = engine.Tools.HandedOver(cancellation);
            foreach (var anchor in new[] { trees[0], trees[trees.Length - 1] })
            {
                if (_known.TryGetValue(anchor, out var known) && known.FitsTo(engine, tools, cancellation))
                {
                    return known;
                }
            }

            var made = make(engine, cancellation);
            lock (_known)
            {
                foreach (var anchor in new[] { trees[0], trees[trees.Length - 1] })
                {
                    _known.Remove(anchor);
                    _known.Add(anchor, made);
                }
            }

            return made;
        }
    }
}
