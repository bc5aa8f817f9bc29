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
    private readonly Dictionary<ControlFlowGraph, DecisionGraph> _graphs = new();

    /// <summary>
    /// Notes what is known of a block's condition. The result is the blocks that it decides, if there is more to know than when the block was walked before.
    /// </summary>
    public IEnumerable<BasicBlock> Note(Frame frame, BasicBlock block, bool isFirst)
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
            Remember(graph.Compared, operand, CollectionMembers.Counted(Symbols.Plain(operand)) is { } counted ? frame.Deep(frame[counted]) : frame.FactsOf(frame[operand]));
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
        return isFirst ? Enumerable.Empty<BasicBlock>() : graph.DecidedBy(condition);
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

    /// <summary>True if a model, or a caller, has part in some condition.</summary>
    public bool AsksModel(ControlFlowGraph source) => _graphs.TryGetValue(source, out var graph) && graph.Asked.Count > 0;

    /// <summary>What is known of the conditions that decide a block.</summary>
    public IEnumerable<(IOperation Condition, FactSet Facts)> AskedFor(ControlFlowGraph source, BasicBlock block) =>
        Of(source).Deciding(block).Select(condition => (condition, Asked(source, condition))).Where(asked => !asked.Item2.IsEmpty);

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
            relations = graph.Deciding(block).Where(graph.Conditions.ContainsKey)
                .Aggregate(Relations.None, (all, condition) => all.Join(Relations.ChosenBy(graph.Conditions[condition], SourceSpan.Of(condition.Syntax))));
            graph.Known[block.Ordinal] = relations;
        }

        return relations;
    }

    /// <summary>True if the condition decides whether the block runs.</summary>
    public bool Decides(ControlFlowGraph source, IOperation condition, BasicBlock block) => Of(source).Deciding(block).Contains(condition);

    /// <summary>True if the condition that decides the block most closely also decides that a loop around it ends.</summary>
    public bool LeavesLoop(ControlFlowGraph source, BasicBlock block) => Of(source) is { GoesBack: true } graph && graph.LeavesLoop(block);

    /// <summary>True if the block may run again and again.</summary>
    public bool IsInLoop(ControlFlowGraph source, BasicBlock? block) =>
        block is not null && Of(source) is { GoesBack: true } graph && graph.Loops.Around(block) is not null;

    /// <summary>The parameter that decides by itself whether a block is reached.</summary>
    public ParameterSwitch? SwitchOf(ControlFlowGraph source, BasicBlock block) => Of(source).SwitchOf(block);

    /// <summary>True if a score or verdict decides something in a graph that is too wide to say what.</summary>
    public bool AreCut(ControlFlowGraph source) => _graphs.TryGetValue(source, out var graph) && graph.Conditions.Count > 0 && graph.IsTooWide;

    /// <summary>The loops of a graph; null where there is none.</summary>
    public LoopForest? LoopsOf(ControlFlowGraph source) => Of(source) is { GoesBack: true } graph ? graph.Loops : null;

    private DecisionGraph Of(ControlFlowGraph source) => _graphs.TryGetValue(source, out var graph) ? graph : _graphs[source] = new DecisionGraph(source, cancellation);
}
