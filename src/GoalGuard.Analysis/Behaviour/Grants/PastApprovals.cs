using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>
/// A tool that is invoked by hand is invoked past what stands between the model and its tools: the wrapper that makes a client ask asks nobody by itself, nor does a
/// filter of a client that does not make the call.
/// </summary>
internal static class PastApprovals
{
    public static bool Is(Frame frame, Call call) =>
        !frame.Engine.Filters.IsOwnCall(call.Instance)
        && (IsWrapped(frame, call) || frame.Engine.Filters.AreSkipped(call.Method, SourceSpan.Of(call.Operation.Syntax), frame.Method.Cancellation));

    /// <summary>True if the invoked tool is, or may be, one that a wrapper was put around.</summary>
    private static bool IsWrapped(Frame frame, Call call) =>
        call.Arguments.Select(argument => argument.Value).Append(call.Instance).OfType<IOperation>().SelectMany(given => frame.Deep(frame[given]).Facts)
            .Any(fact => fact.Origin.Kind == FactKind.Tool && ((fact.Guards & Guard.Approved) != Guard.None || (fact.Traits & Traits.MayBeAsked) != Traits.None));
}
