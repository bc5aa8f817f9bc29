using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow;

/// <summary>Which conditions of one graph decide which blocks, whatever is known of them. Dependence and loops are worked out when first asked for.</summary>
internal sealed class DecisionGraph(ControlFlowGraph source, CancellationToken cancellation)
{
    /// <summary>Conditions that decide one block, nearest first; the choices of a value are no more.</summary>
    private const int MaxDeciding = 2 * Relations.Max;

    /// <summary>In a graph with more branches nothing is said to be decided: each block would have to be compared with each branch.</summary>
    public const int MaxBranches = 600;

    private readonly Dictionary<int, ImmutableArray<IOperation>> _deciding = new();
    private readonly ImmutableArray<BasicBlock>[] _handlers = new ImmutableArray<BasicBlock>[source.Blocks.Length];
    private ControlDependence? _dependence;
    private LoopForest? _loops;
    private FlowGraph? _ways;

    /// <summary>True if any block is followed by an earlier one: without, there is no loop to look for.</summary>
    public bool GoesBack { get; } = source.Blocks.Any(block => IsBefore(block.FallThroughSuccessor, block) || IsBefore(block.ConditionalSuccessor, block));

    public bool IsTooWide { get; } = source.Blocks.Count(block => block.ConditionKind != ControlFlowConditionKind.None) > MaxBranches;

    public LoopForest Loops => _loops ??= LoopForest.Of(Ways, cancellation);

    private FlowGraph Ways => _ways ??= FlowGraph.Of(source, cancellation);

    private static bool IsBefore(ControlFlowBranch? branch, BasicBlock block) => branch?.Destination is { } destination && destination.Ordinal <= block.Ordinal;

    /// <summary>The conditions that decide whether a block runs, nearest first. Whether a loop around it goes round once more is none of them.</summary>
    public ImmutableArray<IOperation> Deciding(BasicBlock block)
    {
        if (IsTooWide)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        if (!_deciding.TryGetValue(block.Ordinal, out var known))
        {
            _dependence ??= ControlDependence.Of(Ways, cancellation);
            known = _dependence.AllConditionsOf(block, cancellation, MaxDeciding).Select(condition => condition.Condition).Distinct()
                .Where(condition => !EndsLoopAround(condition, block)).ToImmutableArray();
            _deciding[block.Ordinal] = known;
        }

        return known;
    }

    /// <summary>True if the nearest condition on the way to the block stands in a loop that the block does not belong to.</summary>
    public bool LeavesLoop(BasicBlock block) =>
        Deciding(block).FirstOrDefault() is { } nearest && source.Blocks.FirstOrDefault(each => each.BranchValue == nearest) is { } asking
        && Loops.Around(asking) is { } loop && loop != Loops.Around(block);

    public IEnumerable<BasicBlock> DecidedBy(IOperation condition) => source.Blocks.Where(block => Deciding(block).Contains(condition));

    /// <summary>The parameter without whose answer the block is never reached: of each condition on the way, only the one that decides alone.</summary>
    public ParameterSwitch? SwitchOf(BasicBlock block)
    {
        for (var step = 0; step < MaxDeciding && !IsTooWide && !IsInHandler(block); step++)
        {
            _dependence ??= ControlDependence.Of(Ways, cancellation);
            if (_dependence.ConditionsOf(block, cancellation) is not [var only])
            {
                return null;
            }

            if (Tested(only.Condition, only.Outcome) is { } found)
            {
                return found;
            }

            block = source.Blocks.First(each => each.BranchValue == only.Condition);
        }

        return null;
    }

    /// <summary>The handlers that an exception in this block may reach; those around a lambda belong to another graph.</summary>
    public ImmutableArray<BasicBlock> Handlers(BasicBlock block)
    {
        if (_handlers[block.Ordinal].IsDefault)
        {
            _handlers[block.Ordinal] = HandlersAround(block).ToImmutableArray();
        }

        return _handlers[block.Ordinal];
    }

    private IEnumerable<BasicBlock> HandlersAround(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region != source.Root && region?.EnclosingRegion is { } outer; region = outer)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (var nested in outer.NestedRegions.Where(nested => nested != region))
                {
                    yield return source.Blocks[nested.FirstBlockOrdinal];
                }
            }
        }
    }

    /// <summary>Handlers are reached from anywhere in their <c>try</c>: one condition there says nothing of the others.</summary>
    private static bool IsInHandler(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Finally)
            {
                return true;
            }
        }

        return false;
    }

    private static ParameterSwitch? Tested(IOperation condition, bool answer)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negated)
        {
            (condition, answer) = (negated.Operand, !answer);
        }

        return condition is IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_Boolean } parameter } ? new ParameterSwitch(parameter.Ordinal, answer) : null;
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
