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
}
