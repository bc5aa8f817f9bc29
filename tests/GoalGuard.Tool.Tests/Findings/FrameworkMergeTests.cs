using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Findings;

public sealed class FrameworkMergeTests
{
    [Fact]
    public void The_same_finding_of_two_frameworks_is_one()
    {
        var log = Logs.Log([Logs.Result("GG6001")], "GG6001");

        var scan = Logs.Scan(Logs.Project("App", "net10.0", log: log), Logs.Project("App", "net8.0", log: log));

        Assert.Equal(["net10.0", "net8.0"], Assert.Single(scan.Findings).Frameworks);
    }

    [Fact]
    public void Findings_at_different_places_or_of_different_projects_stay_apart()
    {
        var here = Logs.Log([Logs.Result("GG6001", line: 1)], "GG6001");
        var there = Logs.Log([Logs.Result("GG6001", line: 2)], "GG6001");

        var scan = Logs.Scan(Logs.Project("App", "net10.0", log: here), Logs.Project("App", "net8.0", log: there), Logs.Project("Other", log: here));

        Assert.Equal(3, scan.Findings.Count());
    }
}
