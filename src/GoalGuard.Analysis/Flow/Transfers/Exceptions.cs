using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Exceptions: what is thrown, here or in a callee, is what a handler around it catches, or what the member throws to its callers.</summary>
internal static class Exceptions
{
    /// <summary>The variable that holds what may have been thrown on the way to here and was not caught yet.</summary>
    private static readonly object Thrown = new();

    public static Value Caught(Frame frame) => frame.State.Variable(Thrown) ?? Value.Empty;

    /// <summary>A <c>throw</c> at the end of a block.</summary>
    public static void Throw(Frame frame, BasicBlock block)
    {
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw && block.BranchValue is { } exception)
        {
            frame.State.SetVariable(Thrown, frame.Bake(frame[exception]));
        }
    }

    /// <summary>A callee may throw this.</summary>
    public static void MayThrow(Frame frame, IOperation call, FactSet facts)
    {
        if (!facts.IsEmpty)
        {
            frame.State.SetVariable(Thrown, new Value { Id = frame.Fresh(call, "thrown"), Facts = Caught(frame).Facts.Join(facts) });
        }
    }

    /// <summary>What leaves the graph, because nothing in it catches what the block throws.</summary>
    public static FactSet Uncaught(Frame frame, BasicBlock block) => IsCaught(block, frame.Graph) ? FactSet.Empty : frame.Deep(Caught(frame));

    /// <summary>Behind a handler, and behind what it stands around, nothing is on its way any more.</summary>
    public static void Leave(FlowState state, ControlFlowBranch branch)
    {
        if (branch.LeavingRegions.Any(region => region.Kind == ControlFlowRegionKind.TryAndCatch) && state.Variable(Thrown) is { Facts.IsEmpty: false })
        {
            state.SetVariable(Thrown, Value.Empty);
        }
    }

    private static bool IsCaught(BasicBlock block, ControlFlowGraph graph)
    {
        for (var region = block.EnclosingRegion; region != graph.Root && region?.EnclosingRegion is { } outer; region = outer)
        {
            if (region.Kind == ControlFlowRegionKind.Try && outer.Kind == ControlFlowRegionKind.TryAndCatch)
            {
                return true;
            }
        }

        return false;
    }
}
