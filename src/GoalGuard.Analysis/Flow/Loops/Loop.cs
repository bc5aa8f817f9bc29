using GoalGuard.Analysis.Flow.Control;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>A way out of a loop: the edge, and the condition that decides on it; null where an exception leaves.</summary>
internal readonly record struct LoopExit(FlowEdge Edge, IOperation? Condition);

/// <summary>A natural loop: one header, and everything that comes back to it.</summary>
internal sealed class Loop
{
    private readonly bool[] _body;

    internal Loop(FlowGraph graph, int header, ImmutableArray<FlowEdge> backEdges, bool[] body, bool isNatural)
    {
        Graph = graph;
        Header = graph.Nodes[header];
        BackEdges = backEdges;
        IsNatural = isNatural;
        _body = body;
        Nodes = graph.Nodes.Where(node => body[node.Index]).ToImmutableArray();
        Exits = Nodes.SelectMany(node => graph.Outgoing[node.Index]).Where(edge => !body[edge.To])
            .Select(edge => new LoopExit(edge, edge.Outcome is null ? null : graph.Nodes[edge.From].Condition)).ToImmutableArray();
    }

    /// <summary>A member that calls itself at these nodes: each such call begins another round where the member begins.</summary>
    public static Loop OfCalls(FlowGraph graph, ImmutableArray<FlowNode> calls)
    {
        var body = new bool[graph.Nodes.Length];
        body[0] = true;
        foreach (var call in calls.Where(call => !body[call.Index]))
        {
            Traversal.Mark(call.Index, node => graph.Incoming[node].Select(edge => edge.From), body);
        }

        return new Loop(graph, 0, calls.Select(call => new FlowEdge(call.Index, 0, null)).ToImmutableArray(), body, isNatural: true) { IsRecursion = true };
    }

    /// <summary>True if a round is a call of the member: what its statements count is counted in each round anew.</summary>
    public bool IsRecursion { get; private init; }

    public FlowGraph Graph { get; }

    /// <summary>Where every round begins.</summary>
    public FlowNode Header { get; }

    /// <summary>The edges that begin another round.</summary>
    public ImmutableArray<FlowEdge> BackEdges { get; }

    /// <summary>False where <c>goto</c> enters at more than one place: the header is then one of them.</summary>
    public bool IsNatural { get; }

    /// <summary>What may be followed by another round, the header included, in the order of the graph. Code that only runs on the way out does not belong to it.</summary>
    public ImmutableArray<FlowNode> Nodes { get; }

    public ImmutableArray<LoopExit> Exits { get; }

    /// <summary>The loop around this one; null for an outermost loop.</summary>
    public Loop? Parent { get; internal set; }

    public int Depth => Parent is null ? 1 : _depth ??= Parent.Depth + 1;

    private int? _depth;

    public bool Contains(FlowNode node) => _body[node.Index];

    public bool Contains(BasicBlock block) => Graph.Of(block).Any(Contains);

    /// <summary>True if no round is possible without passing one of these nodes, over the edges that are <paramref name="open"/>.</summary>
    public bool PassesEachRound(ICollection<int> nodes, Func<FlowEdge, bool>? open = null)
    {
        if (nodes.Count == 0)
        {
            return false;
        }

        var passed = new bool[Graph.Nodes.Length];
        foreach (var node in nodes)
        {
            passed[node] = true;
        }

        if (passed[Header.Index])
        {
            return true;
        }

        // Marked nodes are not entered, so that what is left are the ways around them.
        var reached = (bool[])passed.Clone();
        Traversal.Mark(
            Header.Index, node => Graph.Outgoing[node].Where(edge => _body[edge.To] && open?.Invoke(edge) != false).Select(edge => edge.To), reached);
        return !BackEdges.Any(edge => reached[edge.From] && !passed[edge.From] && open?.Invoke(edge) != false);
    }
}
