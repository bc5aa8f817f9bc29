using GoalGuard.Tool.Findings;
using GoalGuard.Tool.Sarif;
using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Sarif;

public sealed class ReportReaderTests
{
    [Fact]
    public void A_result_with_all_properties_is_read()
    {
        var properties = new Dictionary<string, string>
        {
            ["pathway"] = "Pathway5OuterLoop",
            ["level"] = "I",
            ["steps"] = "source|model output\nguard-missing|a check | that does not count\nact|Start",
        };

        var report = Read(Logs.Result("GG6001", "error", "text", 13, properties, 3, 4));

        Assert.Equal(("GG6001", Level.Info, "Pathway5OuterLoop", "text"), (report.Id, report.Level, report.Pathway, report.Message));
        Assert.Equal(new Place(Path.Combine(Logs.Root, "src folder", "Code.cs"), 13, 5), report.Place);
        Assert.Equal(["source", "guard-missing", "act"], report.Steps.Select(step => step.Kind));
        Assert.Equal("a check | that does not count", report.Steps[1].Text);
        Assert.Equal([3, 4, null], report.Steps.Select(step => step.Place?.Line));
    }

    [Theory]
    [InlineData("note", Level.Info)]
    [InlineData("warning", Level.Warning)]
    [InlineData("error", Level.Warning)]
    public void Without_properties_the_id_and_the_level_of_the_result_decide(string level, object expected)
    {
        var report = Read(Logs.Result("GG4003", level));

        Assert.Equal("Pathway4RewardMaximisation", report.Pathway);
        Assert.Equal(expected, report.Level);
        Assert.Empty(report.Steps);
    }

    [Fact]
    public void A_result_without_anything_but_an_id_stands_at_its_project()
    {
        var report = Read(new { ruleId = "GG0003" });

        Assert.Equal(new Place("App.csproj", 0, 0), report.Place);
        Assert.Equal("", report.Message);
    }

    [Fact]
    public void Results_of_others_are_left_out() =>
        Assert.Empty(ReportReader.Read(Logs.Log([Logs.Result("CS0103"), Logs.Result("CA1000")]), "App.csproj", "net10.0"));

    private static Report Read(object result) => Assert.Single(ReportReader.Read(Logs.Log([result]), "App.csproj", "net10.0"));
}
