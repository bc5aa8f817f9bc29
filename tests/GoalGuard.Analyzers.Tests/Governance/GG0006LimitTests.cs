namespace GoalGuard.Analyzers.Tests.Governance;

/// <summary>Where the analysis stops at one of its limits it says so, in scans, and never elsewhere.</summary>
public class GG0006LimitTests
{
    private static readonly Dictionary<string, string> Scan = new() { ["build_property.GoalGuardScan"] = "true" };

    /// <summary>Lambdas nested deeper than the engine steps into them.</summary>
    private static string TooDeep()
    {
        var open = string.Concat(Enumerable.Range(0, 40).Select(i => $"Run{i}(() => {{ "));
        var close = string.Concat(Enumerable.Repeat("});", 40));
        return $$"""
            using Microsoft.Extensions.AI;
            class Agent(IChatClient client)
            {
                public async Task Run()
                {
                    var response = await client.GetResponseAsync("next?");
                    {{open.Replace("Run", "Later", StringComparison.Ordinal)}}
                    Process.Start("bash", response.Text);
                    {{close}}
                    {{string.Join(" ", Enumerable.Range(0, 40).Select(i => $"void Later{i}(Action action) => action();"))}}
                }
            }
            """;
    }

    [Fact]
    public async Task A_limit_is_silent_in_a_build() =>
        Assert.DoesNotContain(await AnalysisRun.FullAsync(new TestProgram(TooDeep())), report => report.Id == "GG0006");

    [Fact]
    public async Task An_ordinary_program_reaches_no_limit()
    {
        var reports = await AnalysisRun.FullAsync(new TestProgram("""
            using Microsoft.Extensions.AI;
            class Agent(IChatClient client)
            {
                public async Task Run()
                {
                    for (var round = 0; round < 10; round++)
                    {
                        var response = await client.GetResponseAsync("next?");
                        Process.Start("bash", "-c " + response.Text);
                    }
                }
            }
            """) { Options = Scan });
        Assert.DoesNotContain(reports, report => report.Id == "GG0006");
        Assert.Contains(reports, report => report.Id == "GG6001");
    }

    [Fact]
    public async Task A_limit_that_is_reached_is_reported_in_the_file_and_out_of_reach_of_severities()
    {
        var reports = await AnalysisRun.FullAsync(new TestProgram(TooDeep()) { Options = Scan });
        var report = reports.First(report => report.Id == "GG0006");
        Assert.Equal("Test0.cs", report.Location.GetLineSpan().Path);
        Assert.Contains("limit of", report.GetMessage());
        Assert.Equal("I", report.Properties["level"]);
        Assert.Contains("Governance", report.Descriptor.CustomTags);
        Assert.Contains(Microsoft.CodeAnalysis.WellKnownDiagnosticTags.NotConfigurable, report.Descriptor.CustomTags);
        Assert.EndsWith("GG0006.md", report.Descriptor.HelpLinkUri);
    }

    /// <summary>A setting that is given the next one, and so on.</summary>
    [Theory]
    [InlineData(20, 0)]
    [InlineData(400, 1)]
    public async Task Settings_that_are_not_followed_to_the_end(int settings, int expected)
    {
        var chain = string.Concat(Enumerable.Range(0, settings).Select(i => $"private static int Limit{i} => Limit{i + 1};\n"));
        var reports = await AnalysisRun.FullAsync(new TestProgram($$"""
            using Microsoft.Extensions.AI;
            static class Agent
            {
                public static IChatClient Make(IChatClient client) => new FunctionInvokingChatClient(client) { MaximumIterationsPerRequest = Limit0 };
                {{chain}}
                private static int Limit{{settings}} => 1000;
            }
            """) { Options = Scan });
        Assert.Equal(expected, reports.Count(report => report.Id == "GG0006" && report.GetMessage().Contains("limit of settings", StringComparison.Ordinal)));
        Assert.Equal(1 - expected, reports.Count(report => report.Id == "GG1002"));
    }
}
