using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Control;

/// <summary>
/// The ways through a member: Roslyn's graph with its implicit ones made explicit. Exceptions go to their handlers, and each jump out of a
/// <c>try</c> passes its own copy of the <c>finally</c>, so that a <c>return</c> inside <c>using</c> does not seem to lead back into the loop.
/// </summary>
internal sealed class FlowGraph
{
    private readonly ILookup<int, FlowNode> _ofBlock;

    internal FlowGraph(ControlFlowGraph source, IReadOnlyList<FlowNode> nodes, IReadOnlyList<List<FlowEdge>> edges, bool isComplete)
    {
        Source = source;
        Nodes = nodes.ToImmutableArray();
        IsComplete = isComplete;
        var incoming = Nodes.Select(_ => new List<FlowEdge>()).ToArray();
        foreach (var edge in edges.SelectMany(each => each))
        {
            incoming[edge.To].Add(edge);
        }

        Outgoing = edges.Select(each => each.ToImmutableArray()).ToImmutableArray();
        Incoming = incoming.Select(each => each.ToImmutableArray()).ToImmutableArray();
        _ofBlock = Nodes.Where(node => node.Block is not null).ToLookup(node => node.Block!.Ordinal);
    }

    public ControlFlowGraph Source { get; }

    /// <summary>The entry comes first; only what can be reached is there.</summary>
    public ImmutableArray<FlowNode> Nodes { get; }

    public ImmutableArray<ImmutableArray<FlowEdge>> Outgoing { get; }

    public ImmutableArray<ImmutableArray<FlowEdge>> Incoming { get; }

    /// <summary>False if <see cref="FlowGraphBuilder.MaxNodes"/> cut it short: nothing may be concluded from what is missing.</summary>
    public bool IsComplete { get; }

    /// <summary>The nodes that a block was taken apart into; none if it cannot be reached.</summary>
    public IEnumerable<FlowNode> Of(BasicBlock block) => _ofBlock[block.Ordinal];

    public static FlowGraph Of(ControlFlowGraph graph, CancellationToken cancellation) => new FlowGraphBuilder(graph, cancellation).Build();
}
