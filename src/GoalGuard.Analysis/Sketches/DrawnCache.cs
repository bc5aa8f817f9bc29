using System.Runtime.CompilerServices;
using GoalGuard.Analysis.Index;

namespace GoalGuard.Analysis.Sketches;

/// <summary>An answer about a whole program that was read from sketches.</summary>
internal interface IDrawn
{
    Basis Basis { get; }
}

/// <summary>Remembers the last answer for a program, and finds it again from a tree that an edit left alone.</summary>
internal sealed class DrawnCache<T>
    where T : class, IDrawn
{
    private readonly ConditionalWeakTable<TreeIndex, T> _known = new();

    public T Of(Engine engine, Func<Engine, CancellationToken, T> make, CancellationToken cancellation)
    {
        var trees = engine.Index.Trees;
        foreach (var anchor in new[] { trees[0], trees[trees.Length - 1] })
        {
            if (_known.TryGetValue(anchor, out var known) && known.Basis.FitsTo(engine, cancellation))
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
