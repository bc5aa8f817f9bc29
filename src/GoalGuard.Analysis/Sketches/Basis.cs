using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// The sketches that an answer about a program was read from. Holds positions and names alone, so the answer is kept over edits for as long as the members that
/// were drawn stay the same, and no other comes to mention them.
/// </summary>
internal sealed class Basis(Engine engine, Drawing drawing, CancellationToken cancellation)
{
    private readonly ImmutableArray<TreeIndex> _trees = engine.Index.Trees;
    private readonly NameReach _acts = engine.Index.ActsReach;
    private readonly ulong _declarations = engine.Sketches.Declarations;
    private readonly ImmutableHashSet<MemberKey> _tools = engine.Tools.HandedOver(cancellation).ToImmutableHashSet();
    private readonly Dictionary<(int Position, int Ordinal), Sketch> _drawn = drawing.Drawn;
    private readonly HashSet<uint> _names = new(drawing.Drawn.Values.SelectMany(sketch => sketch.Concerns).Select(key => key.Name));

    /// <summary>True if the same holds of the program after an edit.</summary>
    public bool FitsTo(Engine engine, CancellationToken cancellation)
    {
        var trees = engine.Index.Trees;
        if (_trees.Length != trees.Length || !ReferenceEquals(_acts, engine.Index.ActsReach) || _declarations != engine.Sketches.Declarations
            || !_tools.SetEquals(engine.Tools.HandedOver(cancellation)))
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
            if (isDrawn ? !engine.Sketches.Of(engine.Index.At(position, i), cancellation).SameAs(sketch) : !IsAlike(known, edited, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// True if no name in play is mentioned, or assigned, that was not before, or the other way round; and if what is itself in play, and was not drawn because it
    /// keeps nothing of what it is given, still keeps nothing.
    /// </summary>
    private bool IsAlike(TreeIndex known, TreeIndex edited, int ordinal)
    {
        var (before, after) = (known.Members[ordinal], edited.Members[ordinal]);
        return SameNames(before.Words, after.Words) && SameNames(before.Writes, after.Writes)
            && (!_names.Contains(after.Name) || Drawing.MayKeep(known, before) == Drawing.MayKeep(edited, after));
    }

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
}
