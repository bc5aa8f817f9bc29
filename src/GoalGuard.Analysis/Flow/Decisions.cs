using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The second, restricted channel: what is chosen under a condition on a score or verdict is selected or gated by it, and nothing else of the condition
/// travels this way. <c>if (score &gt; best) at = i;</c> leaves no other trace. Whether a loop goes round once more chooses nothing inside it.
/// </summary>
internal sealed class Decisions(Shapes shapes)
{
    private readonly Dictionary<ControlFlowGraph, Known> _known = new();

    /// <summary>What is known of the conditions of one graph while it is walked.</summary>
    private sealed class Known
    {
        /// <summary>Of each condition that a model, or a caller, has part in.</summary>
        public Dictionary<IOperation, FactSet> Asked { get; } = new();

        /// <summary>Of those that a score or verdict has part in.</summary>
        public Dictionary<IOperation, FactSet> Judged { get; } = new();

        /// <summary>Of what is compared in conditions.</summary>
        public Dictionary<IOperation, FactSet> Compared { get; } = new();

        /// <summary>What decides each block, as far as it was asked for since a condition changed.</summary>
        public Dictionary<int, Relations> Deciding { get; } = new();
    }

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
        var known = Of(source);
        Remember(known.Asked, condition, facts);
        if (condition is IBinaryOperation { LeftOperand: var left, RightOperand: var right })
        {
            Remember(known.Compared, left, Operand(frame, left));
            Remember(known.Compared, right, Operand(frame, right));
        }

        if (facts.IsEmpty || !facts.Facts.Any(fact => fact.IsJudgement))
        {
            return Enumerable.Empty<BasicBlock>();
        }

        var joined = known.Judged.TryGetValue(condition, out var before) ? before.Join(facts) : facts;
        if (joined.SameAs(before))
        {
            return Enumerable.Empty<BasicBlock>();
        }

        known.Judged[condition] = joined;
        known.Deciding.Clear();
        return isFirst ? Enumerable.Empty<BasicBlock>() : shapes.Decisions(source).DecidedBy(condition);
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
    public bool AsksModel(ControlFlowGraph source) => _known.TryGetValue(source, out var known) && known.Asked.Count > 0;

    /// <summary>What is known of the conditions that decide a block.</summary>
    public IEnumerable<(IOperation Condition, FactSet Facts)> AskedFor(ControlFlowGraph source, BasicBlock block) =>
        shapes.Decisions(source).Deciding(block).Select(condition => (condition, Asked(source, condition))).Where(asked => !asked.Item2.IsEmpty);

    /// <summary>What is known of a side of a comparison.</summary>
    public FactSet Compared(ControlFlowGraph source, IOperation side) => Of(source).Compared.TryGetValue(side, out var facts) ? facts : FactSet.Empty;

    /// <summary>How what happens in this block was chosen.</summary>
    public Relations At(ControlFlowGraph source, BasicBlock? block)
    {
        if (block is null || !_known.TryGetValue(source, out var known) || known.Judged.Count == 0)
        {
            return Relations.None;
        }

        if (!known.Deciding.TryGetValue(block.Ordinal, out var relations))
        {
            relations = shapes.Decisions(source).Deciding(block).Where(known.Judged.ContainsKey)
                .Aggregate(Relations.None, (all, condition) => all.Join(Relations.ChosenBy(known.Judged[condition], SourceSpan.Of(condition.Syntax))));
            known.Deciding[block.Ordinal] = relations;
        }

        return relations;
    }

    /// <summary>How many elements there are tells of what the collection holds.</summary>
    private static FactSet Operand(Frame frame, IOperation operand) =>
        CollectionMembers.Counted(Symbols.Plain(operand)) is { } counted ? frame.Deep(frame[counted]) : frame.FactsOf(frame[operand]);

    /// <summary>The handlers that an exception in this block may reach.</summary>
    public ImmutableArray<BasicBlock> Handlers(ControlFlowGraph source, BasicBlock block) => shapes.Decisions(source).Handlers(block);

    /// <summary>True if the condition decides whether the block runs.</summary>
    public bool Decides(ControlFlowGraph source, IOperation condition, BasicBlock block) => shapes.Decisions(source).Deciding(block).Contains(condition);

    /// <summary>True if the condition that decides the block most closely also decides that a loop around it ends.</summary>
    public bool LeavesLoop(ControlFlowGraph source, BasicBlock block) => shapes.Decisions(source) is { GoesBack: true } graph && graph.LeavesLoop(block);

    /// <summary>True if the block may run again and again.</summary>
    public bool IsInLoop(ControlFlowGraph source, BasicBlock? block) =>
        block is not null && shapes.Decisions(source) is { GoesBack: true } graph && graph.Loops.Around(block) is not null;

    /// <summary>The parameter that decides by itself whether a block is reached.</summary>
    public ParameterSwitch? SwitchOf(ControlFlowGraph source, BasicBlock block) => shapes.Decisions(source).SwitchOf(block);

    /// <summary>True if a score or verdict decides something in a graph that is too wide to say what.</summary>
    public bool AreCut(ControlFlowGraph source) => _known.TryGetValue(source, out var known) && known.Judged.Count > 0 && shapes.Decisions(source).IsTooWide;

    /// <summary>The loops of a graph; null where there is none.</summary>
    public LoopForest? LoopsOf(ControlFlowGraph source) => shapes.Decisions(source) is { GoesBack: true } graph ? graph.Loops : null;

    private Known Of(ControlFlowGraph source) => _known.TryGetValue(source, out var known) ? known : _known[source] = new Known();
}
