using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>A call of a member that asks a model, itself or through others.</summary>
/// <param name="Call">The call.</param>
/// <param name="Target">The member, or one that implements it.</param>
/// <param name="Graphs">The graph that it stands in, then those of what is around it, if it stands in a delegate.</param>
internal sealed record AskingCall(IOperation Call, IMethodSymbol Target, ImmutableArray<ControlFlowGraph> Graphs);
