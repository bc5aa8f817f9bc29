using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Control;

/// <summary>A condition with the answer that leads on.</summary>
internal readonly record struct BranchCondition(IOperation Condition, bool Outcome);

/// <summary>
/// Which branch conditions control a block, after Ferrante, Ottenstein and Warren: those with an answer after which the block runs for certain,
/// and another after which it may not. Answered from post-dominators on demand; a table of all pairs would be quadratic.
/// </summary>
internal sealed class ControlDependence
{
    private readonly FlowGraph _graph;
    private readonly Endings _endings;
    private readonly DominatorTree _after;
    private readonly ImmutableArray<int> _forks;

    private ControlDependence(FlowGraph graph, Endings endings, CancellationToken cancellation)
    {
        _graph = graph;
        _endings = endings;
        _after = Dominators.PostOf(graph, endings, cancellation);
        _forks = graph.Nodes.Where(node => node.Condition is not null || graph.Outgoing[node.Index].Length > 1).Select(node => node.Index).ToImmutableArray();
    }

    public static ControlDependence Of(FlowGraph graph, CancellationToken cancellation) => new(graph, Endings.Of(graph), cancellation);

    /// <summary>The conditions that decide by themselves, in the order of the graph; none for what always runs.</summary>
    public ImmutableArray<BranchCondition> ConditionsOf(BasicBlock block, CancellationToken cancellation) =>
        Conditions(block, further: false, cancellation);

    /// <summary>These conditions, the conditions that control those, and so on, nearest first; no more than <paramref name="most"/>.</summary>
    public ImmutableArray<BranchCondition> AllConditionsOf(BasicBlock block, CancellationToken cancellation, int most = int.MaxValue) =>
        Conditions(block, further: true, cancellation, most);

    /// <summary>The edges that lead to a node for certain, from where it was not certain before.</summary>
    public IEnumerable<FlowEdge> EdgesOf(int node)
    {
        foreach (var fork in _forks)
        {
            // A node may control itself: what runs once more is decided at the end of the round before.
            if (node != fork && _after.Dominates(node, fork))
            {
                continue;
            }

            foreach (var edge in _graph.Outgoing[fork])
            {
                if (!_endings.Cuts(edge) && _after.Dominates(node, edge.To))
                {
                    yield return edge;
                }
            }
        }
    }

    private ImmutableArray<BranchCondition> Conditions(BasicBlock block, bool further, CancellationToken cancellation, int most = int.MaxValue)
    {
        var found = ImmutableArray.CreateBuilder<BranchCondition>();
        var known = new HashSet<BranchCondition>();
        var seen = new HashSet<int>(_graph.Of(block).Select(node => node.Index));
        var open = new Queue<int>(seen);
        while (open.Count > 0 && found.Count < most)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var edge in EdgesOf(open.Dequeue()))
            {
                var condition = _graph.Nodes[edge.From].Condition;
                if (condition is not null && edge.Outcome is { } outcome && known.Add(new BranchCondition(condition, outcome)))
                {
                    found.Add(new BranchCondition(condition, outcome));
                }

                // Whether an exception came is no condition, but what decided before it still decides.
                if ((further || condition is null) && seen.Add(edge.From))
                {
                    open.Enqueue(edge.From);
                }
            }
        }

        return found.ToImmutable();
    }
}
