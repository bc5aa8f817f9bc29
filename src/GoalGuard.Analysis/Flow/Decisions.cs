using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The second, restricted channel: what is chosen under a condition on a score or verdict is selected or gated by it, and nothing else of the condition
/// travels this way. <c>if (score &gt; best) at = i;</c> leaves no other trace. Whether a loop goes round once more chooses nothing inside it.
/// </summary>
internal sealed class Decisions(CancellationToken cancellation)
{
    private readonly Dictionary<ControlFlowGraph, Graph> _graphs = new();

    private sealed class Graph(ControlFlowGraph source, CancellationToken cancellation)
    {
        private ControlDependence? _dependence;
        private LoopForest? _loops;
        private FlowGraph? _ways;

        /// <summary>What is known of each condition that a model, or a caller, has part in.</summary>
        public Dictionary<IOperation, FactSet> Asked { get; } = new();

        /// <summary>Those of them that a score or verdict has part in.</summary>
        public Dictionary<IOperation, FactSet> Conditions { get; } = new();

        /// <summary>What is known of what is compared in conditions.</summary>
        public Dictionary<IOperation, FactSet> Compared { get; } = new();

        /// <summary>What decides each block, as far as it was asked for since a condition changed.</summary>
        public Dictionary<int, Relations> Known { get; } = new();

        /// <summary>True if any block is followed by an earlier one: without, there is no loop to look for.</summary>
        public bool GoesBack { get; } = source.Blocks.Any(block => IsBefore(block.FallThroughSuccessor, block) || IsBefore(block.ConditionalSuccessor, block));

        private static bool IsBefore(ControlFlowBranch? branch, BasicBlock block) => branch?.Destination is { } destination && destination.Ordinal <= block.Ordinal;

        private FlowGraph Ways => _ways ??= FlowGraph.Of(source, cancellation);

        public LoopForest Loops => _loops ??= LoopForest.Of(Ways, cancellation);

        public IEnumerable<IOperation> Of(BasicBlock block)
        {
            _dependence ??= ControlDependence.Of(Ways, cancellation);
            return _dependence.AllConditionsOf(block, cancellation).Select(condition => condition.Condition).Where(Conditions.ContainsKey).Where(condition => !EndsLoopAround(condition, block));
        }

        private bool EndsLoopAround(IOperation condition, BasicBlock block)
        {
            for (var loop = GoesBack ? Loops.Around(block) : null; loop is not null; loop = loop.Parent)
            {
                if (loop.Exits.Any(exit => exit.Condition == condition))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Notes what is known of a block's condition. The result is the blocks that it decides, if there is more to know than before.</summary>
    public IEnumerable<BasicBlock> Note(Frame frame, BasicBlock block)
    {
        if (block.BranchValue is not { } condition || block.ConditionKind == ControlFlowConditionKind.None)
        {
            return Enumerable.Empty<BasicBlock>();
        }

        var source = frame.Graph;
        var facts = frame.FactsOf(frame[condition]);
        var graph = Of(source);
        Remember(graph.Asked, condition, facts);
        foreach (var operand in condition is IBinaryOperation binary ? new[] { binary.LeftOperand, binary.RightOperand } : Array.Empty<IOperation>())
        {
            Remember(graph.Compared, operand, frame.FactsOf(frame[operand]));
        }

        if (!facts.Facts.Any(fact => fact.IsJudgement))
        {
            return Enumerable.Empty<BasicBlock>();
        }

        var joined = graph.Conditions.TryGetValue(condition, out var known) ? known.Join(facts) : facts;
        if (joined.SameAs(known))
        {
            return Enumerable.Empty<BasicBlock>();
        }

        graph.Conditions[condition] = joined;
        graph.Known.Clear();
        return source.Blocks.Where(each => graph.Of(each).Contains(condition));
    }

    private static void Remember(Dictionary<IOperation, FactSet> known, IOperation operation, FactSet facts)
    {
        if (facts.IsWorthFollowing || facts.Has(FactKind.Choice))
        {
            known[operation] = known.TryGetValue(operation, out var before) ? before.Join(facts) : facts;
        }
    }

    /// <summary>What is known of a condition.</summary>
    public FactSet Asked(ControlFlowGraph source, IOperation condition) => Of(source).Asked.TryGetValue(condition, out var facts) ? facts : FactSet.Empty;

    /// <summary>What is known of a side of a comparison.</summary>
    public FactSet Compared(ControlFlowGraph source, IOperation side) => Of(source).Compared.TryGetValue(side, out var facts) ? facts : FactSet.Empty;

    /// <summary>How what happens in this block was chosen.</summary>
    public Relations At(ControlFlowGraph source, BasicBlock? block)
    {
        if (block is null || !_graphs.TryGetValue(source, out var graph) || graph.Conditions.Count == 0)
        {
            return Relations.None;
        }

        if (!graph.Known.TryGetValue(block.Ordinal, out var relations))
        {
            relations = graph.Of(block).Aggregate(Relations.None, (all, condition) => all.Join(Relations.ChosenBy(graph.Conditions[condition], SourceSpan.Of(condition.Syntax))));
            graph.Known[block.Ordinal] = relations;
        }

        return relations;
    }

    /// <summary>True if the block may run again and again.</summary>
    public bool IsInLoop(ControlFlowGraph source, BasicBlock? block) => block is not null && Of(source) is { GoesBack: true } graph && graph.Loops.Around(block) is not null;

    /// <summary>The loops of a graph; null where there is none.</summary>
    public LoopForest? LoopsOf(ControlFlowGraph source) => Of(source) is { GoesBack: true } graph ? graph.Loops : null;

    private Graph Of(ControlFlowGraph source) => _graphs.TryGetValue(source, out var graph) ? graph : _graphs[source] = new Graph(source, cancellation);
}
