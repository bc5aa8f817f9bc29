using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>
/// What bounds a loop: exits on every way round that come for certain, and what only looks like it. A loop without bounds may go on for ever;
/// one whose bounds all <see cref="Bound.MayBeInfinite"/> may do so if it is set up that way.
/// </summary>
internal sealed record LoopBounds(ImmutableArray<Bound> Bounds, ImmutableArray<NearMiss> NearMisses)
{
    /// <summary>
    /// Of one loop. <paramref name="definitions"/> are those of its graph, so that loops of one member share them; <paramref name="asksPerson"/> tells of a call or
    /// a function that it asks a person through others, <paramref name="filling"/> of what calls put into collections.
    /// </summary>
    public static LoopBounds Of(
        Loop loop, Definitions definitions, KnowledgeBase knowledge, CancellationToken cancellation, Func<IOperation, bool>? asksPerson = null, Filling? filling = null)
    {
        if (!loop.Graph.IsComplete)
        {
            return new LoopBounds(ImmutableArray<Bound>.Empty, ImmutableArray<NearMiss>.Empty);
        }

        var context = new LoopContext(loop, definitions, knowledge, asksPerson, filling);
        var candidates = new List<Candidate>();
        foreach (var source in new[] { CountedExits.Of(context), TokenChecks.Of(context), People.Of(context), Enumerations.Of(context), OutsideItems.Of(context) })
        {
            cancellation.ThrowIfCancellationRequested();
            candidates.AddRange(source);
        }

        var bounds = ImmutableArray.CreateBuilder<Bound>();
        var misses = ImmutableArray.CreateBuilder<NearMiss>();
        misses.AddRange(candidates.Where(each => each.Spoiled is not null).Select(each => Miss(each.Bound, each.Spoiled!.Value)));
        foreach (var group in candidates.Where(each => each.Spoiled is null).GroupBy(each => (each.Bound.Kind, each.Bound.Variable), Same.Comparer))
        {
            cancellation.ThrowIfCancellationRequested();
            Decide(context, group.ToList(), bounds, misses);
        }

        AddPassed(context, bounds, misses);
        return new LoopBounds(bounds.ToImmutable(), misses.Distinct().ToImmutableArray());
    }

    /// <summary>Exits of the same kind and variable make one bound together: each branch may have its own.</summary>
    private static void Decide(LoopContext context, List<Candidate> exits, ImmutableArray<Bound>.Builder bounds, ImmutableArray<NearMiss>.Builder misses)
    {
        var bound = exits[0].Bound with { MayBeInfinite = exits.Any(exit => exit.Bound.MayBeInfinite) };
        var nodes = exits.Select(exit => exit.Node.Index).ToImmutableHashSet();
        if (context.Loop.PassesEachRound(nodes))
        {
            bounds.Add(bound);
        }
        else if (Switches.CanOpen(context, nodes))
        {
            bounds.Add(bound with { MayBeInfinite = true });
        }
        else if (bound.Kind is not (BoundKind.Person or BoundKind.OutsideItems or BoundKind.Tick) || exits.Any(exit => context.Loop.Exits.Any(way => way.Edge.From == exit.Node.Index)))
        {
            misses.Add(Miss(bound, NearMissReason.ExitOnSomeBranches));
        }
    }

    private static void AddPassed(LoopContext context, ImmutableArray<Bound>.Builder bounds, ImmutableArray<NearMiss>.Builder misses)
    {
        foreach (var passed in TokenChecks.Passed(context))
        {
            bool IsIt(ISymbol? variable) => SymbolEqualityComparer.Default.Equals(variable, passed.Variable);
            if (!bounds.Any(bound => IsIt(bound.Variable)) && !misses.Any(miss => IsIt(miss.Variable)))
            {
                misses.Add(passed);
            }
        }
    }

    private static NearMiss Miss(Bound bound, NearMissReason reason) => new(bound.Kind, reason, bound.At, bound.Variable);

    private sealed class Same : IEqualityComparer<(BoundKind Kind, ISymbol? Variable)>
    {
        public static readonly Same Comparer = new();

        public bool Equals((BoundKind Kind, ISymbol? Variable) x, (BoundKind Kind, ISymbol? Variable) y) =>
            x.Kind == y.Kind && SymbolEqualityComparer.Default.Equals(x.Variable, y.Variable);

        public int GetHashCode((BoundKind Kind, ISymbol? Variable) key) => SymbolEqualityComparer.Default.GetHashCode(key.Variable) ^ (int)key.Kind;
    }
}
