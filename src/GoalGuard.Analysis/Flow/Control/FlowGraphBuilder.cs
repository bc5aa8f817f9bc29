using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Control;

/// <summary>Makes the <see cref="FlowGraph"/> of Roslyn's graph, node by node from a queue.</summary>
internal sealed class FlowGraphBuilder(ControlFlowGraph graph, CancellationToken cancellation)
{
    /// <summary>How many nodes a member may have. Copies of handlers are what multiplies; the largest methods seen have some hundreds.</summary>
    public const int MaxNodes = 20_000;

    private const int None = -1;

    private readonly List<FlowNode> _nodes = [];
    private readonly List<List<FlowEdge>> _edges = [];
    private readonly Dictionary<(int Block, FinallyRun? Run), int> _starts = [];
    private readonly Dictionary<(ControlFlowRegion Try, FinallyRun? Run), int> _unwinds = [];
    private readonly Dictionary<(ControlFlowRegion Region, int Target), FinallyRun> _runs = [];
    private readonly Queue<Action> _open = new();

    /// <summary>One passing of a <c>finally</c>: where it goes on afterwards, and the passing that its statement is part of.</summary>
    private sealed class FinallyRun(ControlFlowRegion region, int target, FinallyRun? outer)
    {
        public ControlFlowRegion Region => region;

        public int Target => target;

        public FinallyRun? Outer => outer;

        public bool Contains(BasicBlock block) => region.FirstBlockOrdinal <= block.Ordinal && block.Ordinal <= region.LastBlockOrdinal;
    }

    public FlowGraph Build()
    {
        Start(graph.Blocks[0], null);
        while (_open.Count > 0 && _nodes.Count <= MaxNodes)
        {
            cancellation.ThrowIfCancellationRequested();
            _open.Dequeue()();
        }

        return new FlowGraph(graph, _nodes, _edges, isComplete: _open.Count == 0);
    }

    private int Start(BasicBlock block, FinallyRun? run)
    {
        if (!_starts.TryGetValue((block.Ordinal, run), out var node))
        {
            node = Add();
            _starts.Add((block.Ordinal, run), node);
            _open.Enqueue(() => Expand(block, run, node));
        }

        return node;
    }

    private int Add()
    {
        _nodes.Add(new FlowNode(_nodes.Count, null, 0, 0, false, false));
        _edges.Add([]);
        return _nodes.Count - 1;
    }

    private void Link(int from, int to, bool? outcome = null)
    {
        if (to != None)
        {
            _edges[from].Add(new FlowEdge(from, to, outcome));
        }
    }

    private void Expand(BasicBlock block, FinallyRun? run, int node)
    {
        var handler = Unwind(block.EnclosingRegion, run);
        var first = 0;
        for (var i = 0; handler != None && i < block.Operations.Length; i++)
        {
            if (MayThrow.Is(block.Operations[i]))
            {
                node = Interrupt(node, new FlowNode(node, block, first, i + 1, false, false), handler);
                first = i + 1;
            }
        }

        var evaluates = block.BranchValue is not null;
        if (handler != None && evaluates && MayThrow.Is(block.BranchValue!))
        {
            node = Interrupt(node, new FlowNode(node, block, first, block.Operations.Length, true, false), handler);
            (first, evaluates) = (block.Operations.Length, false);
        }

        _nodes[node] = new FlowNode(node, block, first, block.Operations.Length, evaluates, true);
        Follow(block, run, node);
    }

    /// <summary>Ends a node where an exception may leave it. The branch of a block gets a node of its own, so that it decides between its two ways alone.</summary>
    private int Interrupt(int node, FlowNode content, int handler)
    {
        _nodes[node] = content;
        Link(node, handler);
        var next = Add();
        Link(node, next);
        return next;
    }

    private void Follow(BasicBlock block, FinallyRun? run, int node)
    {
        var whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        var isFixed = block.BranchValue?.ConstantValue is { HasValue: true, Value: bool } && block.ConditionKind != ControlFlowConditionKind.None;
        var answer = isFixed && (bool)block.BranchValue!.ConstantValue.Value!;
        if (block.ConditionalSuccessor is { } conditional && (!isFixed || answer == whenTrue))
        {
            Link(node, Target(block, conditional, run), isFixed ? null : whenTrue);
        }

        if (block.FallThroughSuccessor is { } next && (!isFixed || answer != whenTrue))
        {
            Link(node, Target(block, next, run), isFixed || block.ConditionKind == ControlFlowConditionKind.None ? null : !whenTrue);
        }
    }

    private int Target(BasicBlock block, ControlFlowBranch branch, FinallyRun? run)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                return Unwind(block.EnclosingRegion, run);
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                return AfterHandler(block.EnclosingRegion, run);
        }

        if (branch.Destination is not { } destination)
        {
            return None;
        }

        var around = run;
        while (around?.Contains(destination) == false)
        {
            around = around.Outer;
        }

        var target = Start(destination, around);
        for (var i = branch.FinallyRegions.Length - 1; i >= 0; i--)
        {
            target = Pass(branch.FinallyRegions[i], target, run);
        }

        return target;
    }

    private int Pass(ControlFlowRegion region, int target, FinallyRun? outer)
    {
        if (!_runs.TryGetValue((region, target), out var run))
        {
            run = new FinallyRun(region, target, outer);
            _runs.Add((region, target), run);
        }

        return Start(graph.Blocks[region.FirstBlockOrdinal], run);
    }

    /// <summary>Where a <c>finally</c> ends, it goes on as its passing says; where a filter says no, the exception goes on.</summary>
    private int AfterHandler(ControlFlowRegion? region, FinallyRun? run)
    {
        while (region is not null && region.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter))
        {
            region = Around(region);
        }

        return region?.Kind == ControlFlowRegionKind.Finally ? run?.Target ?? None : Unwind(region, run);
    }

    /// <summary>The node of exceptions that leave this region; none if no handler in this member sees them.</summary>
    private int Unwind(ControlFlowRegion? region, FinallyRun? run)
    {
        var guarded = region;
        while (guarded is not null && !IsGuarded(guarded))
        {
            run = guarded == run?.Region ? run.Outer : run;
            guarded = Around(guarded);
        }

        return guarded is null || !IsCaught(guarded) ? None : Unwinding(guarded, run);
    }

    private int Unwinding(ControlFlowRegion guarded, FinallyRun? run)
    {
        if (!_unwinds.TryGetValue((guarded, run), out var node))
        {
            node = Add();
            _unwinds.Add((guarded, run), node);
            _open.Enqueue(() => Handle(guarded, run, node));
        }

        return node;
    }

    /// <summary>The region around another. Around the graph of a lambda lies the graph of the member, whose handlers are no blocks of this one.</summary>
    private static ControlFlowRegion? Around(ControlFlowRegion region) => region.Kind == ControlFlowRegionKind.Root ? null : region.EnclosingRegion;

    private static bool IsGuarded(ControlFlowRegion region) => region.Kind == ControlFlowRegionKind.Try;

    /// <summary>An exception that only passes <c>finally</c> on its way out of the member changes no path inside it.</summary>
    private static bool IsCaught(ControlFlowRegion region)
    {
        for (ControlFlowRegion? around = region; around is not null; around = Around(around))
        {
            if (IsGuarded(around) && around.EnclosingRegion?.Kind == ControlFlowRegionKind.TryAndCatch)
            {
                return true;
            }
        }

        return false;
    }

    private void Handle(ControlFlowRegion guarded, FinallyRun? run, int node)
    {
        var statement = guarded.EnclosingRegion!;
        var beyond = Unwind(statement, run);
        foreach (var handler in statement.NestedRegions.Where(region => region != guarded))
        {
            if (statement.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                Link(node, Pass(handler, beyond, run));
                return;
            }

            Link(node, Start(graph.Blocks[handler.FirstBlockOrdinal], run));
            if (Handlers.TakesAll(handler))
            {
                return;
            }
        }

        Link(node, beyond);
    }
}
