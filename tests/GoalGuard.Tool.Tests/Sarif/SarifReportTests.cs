using System.Text.Json.Nodes;
using GoalGuard.Tool.Sarif;
using GoalGuard.Tool.Scanning;
using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Sarif;

public sealed class SarifReportTests
{
    [Fact]
    public void A_run_keeps_what_is_ours_and_points_at_its_rule()
    {
        var log = Logs.Log([Logs.Result("CS0168"), Logs.Result("GG6001"), Logs.Result("CA1000")], "CA1000", "GG0007", "GG6001");

        var run = Assert.Single(Runs(Logs.Project("App", log: log)));

        var result = Assert.Single(run["results"]!.AsArray())!;
        Assert.Equal("GG6001", (string?)result["ruleId"]);
        Assert.Equal(1, (int?)result["ruleIndex"]);
        Assert.Equal(["GG0007", "GG6001"], run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string?)rule!["id"]));
    }

    [Fact]
    public void Each_project_and_framework_has_a_run_of_its_own()
    {
        var log = Logs.Log([], "GG6001");

        var runs = Runs(Logs.Project("App", "net10.0", log: log), Logs.Project("App", "netstandard2.0", log: log));

        Assert.Equal(
            ["goalguard/App.csproj/net10.0/", "goalguard/App.csproj/netstandard2.0/"],
            runs.Select(run => (string?)run["automationDetails"]!["id"]));
        Assert.Equal("netstandard2.0", (string?)runs[1]["properties"]!["framework"]);
    }

    [Fact]
    public void What_was_not_analysed_is_a_run_that_did_not_succeed()
    {
        var run = Assert.Single(Runs(Logs.Project("App", state: ProjectState.NotAnalysed), Logs.Project("Fs", state: ProjectState.Skipped)));

        var invocation = Assert.Single(run["invocations"]!.AsArray())!;
        Assert.False((bool?)invocation["executionSuccessful"]);
        Assert.Contains("a reason", (string?)invocation["toolExecutionNotifications"]![0]!["message"]!["text"], StringComparison.Ordinal);
    }

    private static List<JsonNode> Runs(params ScannedProject[] projects) =>
        [.. JsonNode.Parse(SarifReport.Write(Logs.Scan(projects)))!["runs"]!.AsArray().Select(run => run!)];
}
