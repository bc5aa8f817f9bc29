using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// What every walk of a member finds alike: its graph, the order of its operations, what decides what in it. Members are walked again while those they call
/// still change, so this is kept as long as they are solved together; of a few of them, for graphs are large.
/// </summary>
internal sealed class Shapes(Bodies bodies, CancellationToken cancellation)
{
    /// <summary>With more members, all that is kept is made anew when it is asked for again.</summary>
    private const int MaxMembers = 64;

    private readonly Dictionary<ISymbol, ControlFlowGraph?> _graphs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, ImmutableArray<IOperation>> _orders = new();
    private readonly Dictionary<ControlFlowGraph, DecisionGraph> _decisions = new();

    /// <summary>The graph of a member's body or initializer; null where there is none in sight.</summary>
    public ControlFlowGraph? Graph(ISymbol member)
    {
        if (_graphs.TryGetValue(member, out var known))
        {
            return known;
        }

        if (_graphs.Count >= MaxMembers)
        {
            _graphs.Clear();
            _orders.Clear();
            _decisions.Clear();
        }

        var graph = InnerBodies.IsInner(member) ? InnerBodies.Graph((IMethodSymbol)member, Graph, cancellation) : bodies.Graph(member, cancellation);
        _graphs[member] = graph;
        return graph;
    }

    /// <summary>The order in which the operations below this one are evaluated.</summary>
    public ImmutableArray<IOperation> Order(IOperation root) =>
        _orders.TryGetValue(root, out var order) ? order : _orders[root] = PostOrder.Of(root);

    /// <summary>What decides what in a graph.</summary>
    public DecisionGraph Decisions(ControlFlowGraph graph) =>
        _decisions.TryGetValue(graph, out var known) ? known : _decisions[graph] = new DecisionGraph(graph, cancellation);
}
