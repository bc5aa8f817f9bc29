using Microsoft.CodeAnalysis.FlowAnalysis;
using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Guards;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow;

/// <summary>Runs the transfers over the blocks of a graph until nothing changes, in the order of the blocks.</summary>
internal static class GraphWalker
{
    /// <summary>How often one block may be walked; the lattice is finite, this is for the pathological.</summary>
    public const int MaxVisitsPerBlock = 64;

    /// <summary>Walks the graph from this state. The result is what holds where it returns; null if it never does.</summary>
    public static GraphExit Run(MethodAnalysis method, ControlFlowGraph graph, FlowState entry, Frame? outer)
    {
        var entries = new FlowState?[graph.Blocks.Length];
        var visits = new int[graph.Blocks.Length];
        var open = new SortedSet<int> { 0 };
        entries[0] = entry.Copy();
        var exit = new GraphExit(method);
        while (open.Count > 0)
        {
            var ordinal = open.Min;
            open.Remove(ordinal);
            method.Cancellation.ThrowIfCancellationRequested();
            if (++visits[ordinal] > MaxVisitsPerBlock || !method.Spend(graph.Blocks[ordinal]))
            {
                method.Cap("block visits", graph.OriginalOperation.Syntax);
                continue;
            }

            var frame = new Frame(method, graph, entries[ordinal]!.Copy(), exit, outer) { Block = graph.Blocks[ordinal] };
            Visit(frame, graph.Blocks[ordinal], Enqueue, exit);
            Decide(frame, graph.Blocks[ordinal]);
            frame.Close();
        }

        if (method.Decisions.AreCut(graph))
        {
            method.Cap("decisions", graph.OriginalOperation.Syntax);
        }

        return exit;

        // What was walked without knowing what decides it is walked again.
        void Decide(Frame frame, BasicBlock block)
        {
            foreach (var decided in method.Decisions.Note(frame, block, isFirst: visits[block.Ordinal] == 1))
            {
                if (entries[decided.Ordinal] is not null)
                {
                    open.Add(decided.Ordinal);
                }
            }
        }

        void Enqueue(BasicBlock block, FlowState state)
        {
            if (entries[block.Ordinal] is not { } known)
            {
                entries[block.Ordinal] = state.Copy();
                open.Add(block.Ordinal);
            }
            else if (known.JoinWith(state, slot => method.Meeting(graph, block.Ordinal, slot), condition => method.Decisions.Decides(graph, condition, block)))
            {
                open.Add(block.Ordinal);
            }
        }
    }

    private static void Visit(Frame frame, BasicBlock block, Action<BasicBlock, FlowState> enqueue, GraphExit exit)
    {
        frame.Engine.Observer?.Enter(frame, block);
        var handlers = frame.Method.Decisions.Handlers(frame.Graph, block);
        foreach (var handler in handlers)
        {
            enqueue(handler, frame.State);
        }

        foreach (var operation in block.Operations)
        {
            Evaluate(frame, block, operation);
        }

        if (block.BranchValue is { } value)
        {
            Evaluate(frame, block, value);
        }

        Exceptions.Throw(frame, block);
        exit.Throw(Exceptions.Uncaught(frame, block));

        foreach (var handler in handlers)
        {
            enqueue(handler, frame.State);
        }

        Follow(frame, block, enqueue, exit);
    }

    private static void Evaluate(Frame frame, BasicBlock block, IOperation root)
    {
        foreach (var operation in frame.Method.Order(root))
        {
            frame[operation] = Transfer.Apply(frame, operation);
            frame.Engine.Observer?.Evaluated(frame, block, operation);
        }
    }

    private static void Follow(Frame frame, BasicBlock block, Action<BasicBlock, FlowState> enqueue, GraphExit exit)
    {
        var condition = frame[block.BranchValue];
        if (block.ConditionalSuccessor is { } conditional)
        {
            var taken = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            var asked = Asked(frame, block, condition);
            if (condition.Constant != !taken)
            {
                Take(frame, conditional, Assure(frame.State, condition, taken, block, asked), enqueue, exit, null);
            }

            if (block.FallThroughSuccessor is { } otherwise && condition.Constant != taken)
            {
                Take(frame, otherwise, Assure(frame.State, condition, !taken, block, asked), enqueue, exit, null);
            }
        }
        else if (block.FallThroughSuccessor is { } next)
        {
            Take(frame, next, frame.State, enqueue, exit, block.BranchValue);
        }
    }

    private static FlowState Assure(FlowState state, Value condition, bool answer, BasicBlock block, Answered? asked)
    {
        var result = state.Copy();
        if (condition.Outcome is { } outcome)
        {
            result.Assure(answer ? outcome.WhenTrue : outcome.WhenFalse);
            result.Leave(answer ? outcome.BypassedWhenTrue : outcome.BypassedWhenFalse);
        }

        if (asked is not null)
        {
            var answered = asked.As(answer);
            result.Answer(block.BranchValue!, answered);
            result.Leave(DryRuns.PassedBy(block.BranchValue!, answered));
        }

        return result;
    }

    /// <summary>What a condition asks that a model may have chosen, or by which the program leaves out that somebody is asked; null if it asks nothing of the kind.</summary>
    private static Answered? Asked(Frame frame, BasicBlock block, Value condition)
    {
        var flag = condition.Constant is null && frame.Method.AsksLeave ? OwnFlags.Of(block.BranchValue!) : null;
        if (condition.Facts.IsEmpty && flag is null)
        {
            return null;
        }

        var by = condition.Facts.Facts.Where(fact => fact.IsJudgement && Bypass.MayDecide(fact.Origin)).Select(fact => fact.Origin).ToImmutableArray();
        by = flag is null ? by : by.Add(flag);
        return by.IsEmpty ? null : new Answered(SourceSpan.Of(block.BranchValue!.Syntax), false, by, IsFlag(block.BranchValue!), condition.Outcome);
    }

    /// <summary>True where a yes or no is read, not found out.</summary>
    private static bool IsFlag(IOperation condition) => condition switch
    {
        IConversionOperation conversion => IsFlag(conversion.Operand),
        IUnaryOperation unary => IsFlag(unary.Operand),
        IBinaryOperation { RightOperand.ConstantValue.Value: bool } compared => IsFlag(compared.LeftOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue.Value: bool } } matched => IsFlag(matched.Value),
        IInvocationOperation call => call.Instance is { Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } && IsFlag(call.Instance),
        IParameterReferenceOperation or ILocalReferenceOperation or IMemberReferenceOperation or IFlowCaptureReferenceOperation => Types.IsBoolean(Types.Unwrap(condition.Type)),
        _ => false,
    };

    private static void Take(
        Frame frame, ControlFlowBranch branch, FlowState state, Action<BasicBlock, FlowState> enqueue, GraphExit exit, IOperation? returned)
    {
        Exceptions.Leave(state, branch);
        foreach (var region in branch.FinallyRegions)
        {
            enqueue(frame.Graph.Blocks[region.FirstBlockOrdinal], state);
        }

        if (branch.Semantics == ControlFlowBranchSemantics.Return || branch.Destination?.Kind == BasicBlockKind.Exit)
        {
            exit.Add(frame, state, returned);
        }
        else if (branch.Destination is { } destination)
        {
            enqueue(destination, state);
        }
    }
}
