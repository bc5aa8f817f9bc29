namespace GoalGuard.Analysis.Flow.Control;

/// <summary>Dominators and post-dominators of a <see cref="FlowGraph"/>.</summary>
internal static class Dominators
{
    public static DominatorTree Of(FlowGraph graph, CancellationToken cancellation) =>
        DominatorTree.Build(0, node => Targets(graph, node), node => Sources(graph, node), graph.Nodes.Length, cancellation);

    /// <summary>
    /// Post-dominators. The root is one more node behind everything that ends: returns, exceptions, and, where a loop has no way out at all, the
    /// ends of its rounds, for otherwise nothing could be said about what stands in it. What follows a call follows it for certain: exceptions are not expected.
    /// </summary>
    public static DominatorTree PostOf(FlowGraph graph, CancellationToken cancellation)
    {
        var end = graph.Nodes.Length;
        var ends = Ends(graph);
        var isEnd = new bool[end];
        foreach (var node in ends)
        {
            isEnd[node] = true;
        }

        return DominatorTree.Build(
            end,
            node => node == end ? ends : Before(graph, node),
            node => node == end ? [] : isEnd[node] ? After(graph, node).Append(end) : After(graph, node),
            end + 1,
            cancellation);
    }

    private static IEnumerable<int> Before(FlowGraph graph, int node) =>
        graph.Incoming[node].Where(edge => IsExpected(graph, edge)).Select(edge => edge.From);

    private static IEnumerable<int> After(FlowGraph graph, int node) =>
        graph.Outgoing[node].Where(edge => IsExpected(graph, edge)).Select(edge => edge.To);

    private static bool IsExpected(FlowGraph graph, FlowEdge edge) =>
        !(graph.Nodes[edge.From] is { Block: not null, IsInterruption: true } && graph.Nodes[edge.To].Block is null);

    /// <summary>True if the member can end here: nothing follows, or a filter's no, which no handler is there for.</summary>
    private static bool MayEnd(FlowGraph graph, FlowNode node) =>
        graph.Outgoing[node.Index].Length < (node.Condition is null ? 1 : 2);

    private static List<int> Ends(FlowGraph graph)
    {
        var ends = new List<int>();
        var ending = new bool[graph.Nodes.Length];
        void Add(int node)
        {
            ends.Add(node);
            Traversal.Mark(node, each => Before(graph, each), ending);
        }

        foreach (var node in graph.Nodes.Where(node => MayEnd(graph, node)))
        {
            Add(node.Index);
        }

        var order = Traversal.ReversePostOrder(0, node => Targets(graph, node), graph.Nodes.Length);
        var rank = new int[graph.Nodes.Length];
        for (var i = 0; i < order.Count; i++)
        {
            rank[order[i]] = i;
        }

        // Outer headers come first; what they lead back to from inside is then done with.
        foreach (var header in order.Where(node => !ending[node]))
        {
            foreach (var last in graph.Incoming[header].Where(edge => rank[edge.From] >= rank[header]).Select(edge => edge.From).Distinct())
            {
                Add(last);
            }
        }

        return ends;
    }

    private static IEnumerable<int> Targets(FlowGraph graph, int node) => graph.Outgoing[node].Select(edge => edge.To);

    private static IEnumerable<int> Sources(FlowGraph graph, int node) => graph.Incoming[node].Select(edge => edge.From);
}
