using GoalGuard.Analysis.Flow.Control;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>The loops of a member, whatever they are written with: an edge back to a node that has been passed makes one.</summary>
internal sealed class LoopForest
{
    private readonly Loop?[] _innermost;

    private LoopForest(FlowGraph graph, ImmutableArray<Loop> loops)
    {
        Graph = graph;
        Loops = loops;
        _innermost = new Loop?[graph.Nodes.Length];

        // Large loops first, so that what is nested in them overwrites them.
        foreach (var loop in loops.OrderByDescending(loop => loop.Nodes.Length).ThenBy(loop => loop.Header.Index))
        {
            loop.Parent = _innermost[loop.Header.Index];
            foreach (var node in loop.Nodes)
            {
                _innermost[node.Index] = loop;
            }
        }
    }

    public FlowGraph Graph { get; }

    /// <summary>In the order in which their headers are reached.</summary>
    public ImmutableArray<Loop> Loops { get; }

    public static LoopForest Of(ControlFlowGraph graph, CancellationToken cancellation) => Of(FlowGraph.Of(graph, cancellation), cancellation);

    public static LoopForest Of(FlowGraph graph, CancellationToken cancellation)
    {
        var dominators = Dominators.Of(graph, cancellation);
        var order = Traversal.ReversePostOrder(0, node => graph.Outgoing[node].Select(edge => edge.To), graph.Nodes.Length);
        var rank = new int[graph.Nodes.Length];
        for (var i = 0; i < order.Count; i++)
        {
            rank[order[i]] = i;
        }

        var loops = ImmutableArray.CreateBuilder<Loop>();
        foreach (var header in order)
        {
            cancellation.ThrowIfCancellationRequested();
            var back = graph.Incoming[header].Where(edge => rank[edge.From] >= rank[header]).ToImmutableArray();
            if (!back.IsEmpty)
            {
                var isNatural = back.All(edge => dominators.Dominates(header, edge.From));
                loops.Add(new Loop(graph, header, back, Body(graph, header, back, isNatural), isNatural));
            }
        }

        return new LoopForest(graph, loops.ToImmutable());
    }

    /// <summary>The innermost loop that a block runs in; null if it runs once.</summary>
    public Loop? Around(BasicBlock block) => Graph.Of(block).Select(node => _innermost[node.Index]).FirstOrDefault(loop => loop is not null);

    private static bool[] Body(FlowGraph graph, int header, ImmutableArray<FlowEdge> back, bool isNatural)
    {
        var body = new bool[graph.Nodes.Length];
        body[header] = true;
        foreach (var edge in back.Where(edge => !body[edge.From]))
        {
            Traversal.Mark(edge.From, node => graph.Incoming[node].Select(each => each.From), body);
        }

        if (!isNatural)
        {
            var after = new bool[graph.Nodes.Length];
            Traversal.Mark(header, node => graph.Outgoing[node].Select(edge => edge.To), after);
            for (var i = 0; i < body.Length; i++)
            {
                body[i] &= after[i];
            }
        }

        return body;
    }
}
