using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Control;

/// <summary>
/// A stretch of a block that runs without interruption: the whole block, or inside <c>try</c> as far as the next operation that may throw.
/// A block of a <c>finally</c> has one node for each way the handler is passed. Without a block: exceptions looking for a handler.
/// </summary>
/// <param name="Index">Where the node stands in its graph.</param>
/// <param name="Block">The block that it is part of; null where an exception unwinds.</param>
/// <param name="First">The first operation of the block that belongs to it.</param>
/// <param name="End">The first operation that does not.</param>
/// <param name="Evaluates">True if the value that the block branches on or returns is evaluated here.</param>
/// <param name="Decides">True if the branch of the block is taken here.</param>
internal sealed record FlowNode(int Index, BasicBlock? Block, int First, int End, bool Evaluates, bool Decides)
{
    /// <summary>What decides where it goes on; null if nothing does. <c>true</c> decides nothing.</summary>
    public IOperation? Condition =>
        Decides && Block is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { ConstantValue.HasValue: false } value } ? value : null;

    /// <summary>True for the way of an exception out of a call, which everybody hopes is not taken.</summary>
    public bool IsInterruption => !Decides;

    /// <summary>The roots of what is evaluated here, in this order.</summary>
    public IEnumerable<IOperation> Operations()
    {
        for (var i = First; i < End; i++)
        {
            yield return Block!.Operations[i];
        }

        if (Evaluates && Block?.BranchValue is { } value)
        {
            yield return value;
        }
    }
}

/// <summary>A way from one node to another. <paramref name="Outcome"/> is the answer of the condition it depends on; null where there is none.</summary>
internal readonly record struct FlowEdge(int From, int To, bool? Outcome);
