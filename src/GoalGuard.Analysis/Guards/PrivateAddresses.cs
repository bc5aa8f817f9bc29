using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// Tests of addresses for private networks. The framework's test of loopback addresses stands for the whole where the same member compares with
/// the private ranges as well: which answer means private is then seen by the walk.
/// </summary>
internal static class PrivateAddresses
{
    public static Value? Loopback(Frame frame, Call call)
    {
        var address = frame[call.Argument(0)];
        var result = frame.Derive(call.Operation, address);
        return frame.Engine.Clients.TestsRanges(frame.Method.Member, frame.Method.Cancellation)
            ? result with { Outcome = Outcome.False(HostChecks.Assured(address, Guard.PublicHost).ToArray()) }
            : result;
    }

    /// <summary>The same address, written otherwise.</summary>
    public static Value? Same(Frame frame, Call call)
    {
        var address = frame[call.Instance];
        return frame.Derive(call.Operation, address) with { StandsFor = address.StandsFor ?? address.Id, IsHost = address.IsHost };
    }
}
