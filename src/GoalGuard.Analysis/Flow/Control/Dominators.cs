namespace GoalGuard.Analysis.Flow.Control;

/// <summary>Dominators and post-dominators of a <see cref="FlowGraph"/>.</summary>
internal static class Dominators
{
    public static DominatorTree Of(FlowGraph graph, CancellationToken cancellation) =>
        DominatorTree.Build(0, node => Targets(graph, node), node => Sources(graph, node), graph.Nodes.Length, cancellation);

    /// <summary>Post-dominators. The root is one more node behind everything that ends.</summary>
    public static DominatorTree PostOf(FlowGraph graph, Endings endings, CancellationToken cancellation)
    {
        var end = graph.Nodes.Length;
        return DominatorTree.Build(
            end,
            node => node == end ? endings.Nodes : endings.Before(node),
            node => node == end ? [] : endings.Has(node) ? endings.After(node).Append(end) : endings.After(node),
            end + 1,
            cancellation);
    }

    private static IEnumerable<int> Targets(FlowGraph graph, int node) => graph.Outgoing[node].Select(edge => edge.To);

    private static IEnumerable<int> Sources(FlowGraph graph, int node) => graph.Incoming[node].Select(edge => edge.From);
}
