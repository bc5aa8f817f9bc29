namespace GoalGuard.Analysis.Flow.Control;

/// <summary>
/// Where a graph ends: returns, exceptions, and, where a loop has no way out at all, its rounds, for otherwise nothing could be said about what stands in it. Such a round
/// ends instead of going on with the next: no condition in it decides that there is one. What follows a call follows it for certain: exceptions are not expected.
/// </summary>
internal sealed class Endings
{
    private readonly FlowGraph _graph;
    private readonly List<int> _nodes = new();
    private readonly bool[] _ends;
    private readonly HashSet<FlowEdge> _cut = new();

    private Endings(FlowGraph graph)
    {
        _graph = graph;
        _ends = new bool[graph.Nodes.Length];
        var leads = new bool[graph.Nodes.Length];
        foreach (var node in graph.Nodes.Where(MayEnd))
        {
            Add(node.Index, leads);
        }

        var order = Traversal.ReversePostOrder(0, node => graph.Outgoing[node].Select(edge => edge.To), graph.Nodes.Length);
        var rank = new int[graph.Nodes.Length];
        for (var i = 0; i < order.Count; i++)
        {
            rank[order[i]] = i;
        }

        // Outer headers come first; what they lead back to from inside is then done with.
        foreach (var header in order.Where(node => !leads[node]))
        {
            foreach (var back in graph.Incoming[header].Where(edge => rank[edge.From] >= rank[header]).Where(_cut.Add))
            {
                Add(back.From, leads);
            }
        }
    }

    public IReadOnlyList<int> Nodes => _nodes;

    public static Endings Of(FlowGraph graph) => new(graph);

    public bool Has(int node) => _ends[node];

    /// <summary>True if the edge would lead into the next round of a loop without a way out.</summary>
    public bool Cuts(FlowEdge edge) => _cut.Contains(edge);

    public IEnumerable<int> Before(int node) => _graph.Incoming[node].Where(IsExpected).Select(edge => edge.From);

    public IEnumerable<int> After(int node) => _graph.Outgoing[node].Where(IsExpected).Select(edge => edge.To);

    private bool IsExpected(FlowEdge edge) =>
        !_cut.Contains(edge) && !(_graph.Nodes[edge.From] is { Block: not null, IsInterruption: true } && _graph.Nodes[edge.To].Block is null);

    /// <summary>True if the member can end here: nothing follows, or a filter's no, which no handler is there for.</summary>
    private bool MayEnd(FlowNode node) => _graph.Outgoing[node.Index].Length < (node.Condition is null ? 1 : 2);

    private void Add(int node, bool[] leads)
    {
        if (!_ends[node])
        {
            _ends[node] = true;
            _nodes.Add(node);
        }

        Traversal.Mark(node, Before, leads);
    }
}
