using GoalGuard.Tool.Commands;
using GoalGuard.Tool.Scanning;
using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Commands;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("GG6001", "warning", FailOn.Warning, 1)]
    [InlineData("GG6001", "warning", FailOn.Info, 1)]
    [InlineData("GG6001", "warning", FailOn.Never, 0)]
    [InlineData("GG6001", "note", FailOn.Warning, 0)]
    [InlineData("GG6001", "note", FailOn.Info, 1)]
    [InlineData("GG0006", "note", FailOn.Info, 0)]
    [InlineData("GG0007", "note", FailOn.Info, 0)]
    public void Findings_at_or_above_the_level_fail(string id, string level, object failOn, int expected)
    {
        var scan = Logs.Scan(Logs.Project("App", log: Logs.Log([Logs.Result(id, level)], id)));

        Assert.Equal(expected, ExitCodes.Of(scan, (FailOn)failOn, allowPartial: false));
    }

    [Fact]
    public void Our_own_level_counts_whatever_is_configured()
    {
        var lowered = Logs.Result("GG6001", "note", properties: new() { ["level"] = "W" });

        Assert.Equal(1, ExitCodes.Of(Logs.Scan(Logs.Project("App", log: Logs.Log([lowered], "GG6001"))), FailOn.Warning, allowPartial: false));
    }

    [Fact]
    public void What_could_not_be_analysed_fails_unless_allowed()
    {
        var scan = Logs.Scan(Logs.Project("App"), Logs.Project("Bad", state: ProjectState.NotAnalysed));

        Assert.Equal(2, ExitCodes.Of(scan, FailOn.Warning, allowPartial: false));
        Assert.Equal(0, ExitCodes.Of(scan, FailOn.Warning, allowPartial: true));
    }

    [Fact]
    public void A_build_that_failed_is_not_complete() =>
        Assert.Equal(2, ExitCodes.Of(Logs.Scan(Logs.Project("App")) with { BuildSucceeded = false }, FailOn.Warning, allowPartial: false));

    [Fact]
    public void Nothing_analysed_is_never_clean() =>
        Assert.Equal(2, ExitCodes.Of(Logs.Scan(Logs.Project("Fs", state: ProjectState.Skipped)), FailOn.Warning, allowPartial: true));
}
