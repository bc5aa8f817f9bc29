using GoalGuard.Analysis.Flow.Control;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>
/// Conditions that are the same in every round and lead around an exit: <c>if (max &gt; 0 &amp;&amp; round &gt;= max) break;</c>. The bound is there unless the
/// setting takes it away.
/// </summary>
internal static class Switches
{
    /// <summary>How many conditions of a loop are tried, each of which costs a pass over the loop.</summary>
    private const int MaxTried = 64;

    /// <summary>True if one such condition, answered one way, makes each round pass these nodes.</summary>
    public static bool CanOpen(LoopContext context, ImmutableHashSet<int> nodes)
    {
        var trends = new Trends(context);
        return context.Loop.Nodes.Where(node => node.Condition is { } condition && IsSame(trends, condition)).Take(MaxTried)
            .SelectMany(node => context.Loop.Graph.Outgoing[node.Index])
            .Any(closed => closed.Outcome is not null && context.Loop.PassesEachRound(nodes, edge => edge != closed));
    }

    private static bool IsSame(Trends trends, IOperation condition)
    {
        if (condition.ConstantValue.HasValue)
        {
            return false;
        }

        return Comparison.Of(condition, true) is { } comparison
            ? trends.Of(comparison.Left).Motion == Motion.Still && trends.Of(comparison.Right).Motion == Motion.Still
            : trends.Of(condition).Motion == Motion.Still;
    }
}
