using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// Looks on while members are walked. A block is walked until nothing changes, so the last word about an operation counts. Nobody looks on
/// in a compiler; tests and explanations do.
/// </summary>
internal interface IFlowObserver
{
    /// <summary>A walk of a block begins: what its state holds is what all ways to it brought so far.</summary>
    void Enter(Frame frame, BasicBlock block);

    /// <summary>An operation was evaluated.</summary>
    void Evaluated(Frame frame, BasicBlock block, IOperation operation);

    /// <summary>A member was walked; whether its parameters counted is part of the question.</summary>
    void Walked(Question question, MethodResult result);
}
