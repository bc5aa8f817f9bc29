using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>What a report says, and what it stands on.</summary>
public class GG6001ReportTests
{
    private const string ThroughAHelper = """
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("what next?");
                var command = response.Text;
                Execute({|GG6001:command|});
            }

            private static void Execute(string line) => Process.Start("bash", "-c " + line);
        }
        """;

    private static async Task<Diagnostic> ReportOf(params string[] sources) => (await Verify.ReportsAsync(sources)).Single();

    [Fact]
    public async Task The_message_names_source_act_and_missing_precaution()
    {
        var message = (await ReportOf(ThroughAHelper)).GetMessage();
        Assert.Contains("GetResponseAsync", message);
        Assert.Contains("Process.Start", message);
        Assert.Contains("text to behaviour", message);
        Assert.Contains("open domain", message);
        Assert.Contains("Missing:", message);
        Assert.Contains("approval", message);
    }

    [Fact]
    public async Task The_message_names_the_parameter_of_a_tool()
    {
        var report = await ReportOf("""
            using Microsoft.SemanticKernel;
            public class ShellPlugin
            {
                [KernelFunction]
                public void Run(string commandLine) => Process.Start("bash", {|GG6001:"-c " + commandLine|});
            }
            """);
        Assert.StartsWith("Tool parameter 'commandLine'", report.GetMessage());
        Assert.Equal("tool-parameter", report.Properties["source"]);
    }

    [Fact]
    public async Task Additional_locations_go_from_source_to_act()
    {
        var report = await ReportOf(ThroughAHelper);
        var texts = report.AdditionalLocations.Select(location => location.SourceTree!.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length)).ToList();
        Assert.StartsWith("client.GetResponseAsync", texts[0]);
        Assert.StartsWith("Process.Start", texts[^1]);
    }

    [Fact]
    public async Task Steps_say_what_each_additional_location_is()
    {
        var report = await ReportOf(ThroughAHelper);
        var steps = report.Properties["steps"]!.Split('\n');
        Assert.Equal(report.AdditionalLocations.Count, steps.Length);
        Assert.StartsWith("source|", steps[0]);
        Assert.StartsWith("act|", steps[^1]);
        Assert.All(steps, step => Assert.Matches("^(source|hop|guard-missing|act)\\|.+", step));
    }

    [Fact]
    public async Task A_check_that_does_not_count_is_a_step()
    {
        var report = await ReportOf("""
            using Microsoft.Extensions.AI;
            class Agent(IChatClient client)
            {
                public async Task Run()
                {
                    var command = (await client.GetResponseAsync("Next?")).Text;
                    if (!command.Contains("sudo"))
                    {
                        Process.Start("bash", {|GG6001:"-c " + command|});
                    }
                }
            }
            """);
        Assert.Contains(report.Properties["steps"]!.Split('\n'), step => step.StartsWith("guard-missing|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Further_sources_are_additional_locations_of_one_report()
    {
        var report = await ReportOf("""
            using Microsoft.Extensions.AI;
            class Agent(IChatClient planner, IChatClient worker)
            {
                public async Task Run()
                {
                    var program = (await planner.GetResponseAsync("Which program?")).Text;
                    var arguments = (await worker.GetResponseAsync("Which arguments?")).Text;
                    Process.Start({|GG6001:program|}, arguments);
                }
            }
            """);
        Assert.Equal(2, report.Properties["steps"]!.Split('\n').Count(step => step.StartsWith("source|", StringComparison.Ordinal)));
        Assert.Contains("and 1 more", report.GetMessage());
    }

    [Fact]
    public async Task Properties_carry_pathway_effect_level_and_confidence()
    {
        var report = await ReportOf(ThroughAHelper);
        Assert.Equal("ToolUse", report.Properties["pathway"]);
        Assert.Equal("effect:process", report.Properties["effect"]);
        Assert.Equal("model-output", report.Properties["source"]);
        Assert.Equal("open", report.Properties["domain"]);
        Assert.Equal("certain", report.Properties["confidence"]);
        Assert.Equal("W", report.Properties["level"]);
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
    }

    [Fact]
    public async Task Tags_name_pathway_and_taxonomies_and_the_help_link_the_page()
    {
        var report = await ReportOf(ThroughAHelper);
        Assert.Contains("ToolUse", report.Descriptor.CustomTags);
        Assert.Contains("CWE-78", report.Descriptor.CustomTags);
        Assert.Contains("OWASP-LLM:2025:LLM05", report.Descriptor.CustomTags);
        Assert.EndsWith("docs/rules/GG6001.md", report.Descriptor.HelpLinkUri);
    }

    [Fact]
    public async Task The_fingerprint_survives_renamed_locals_and_moved_lines()
    {
        var renamed = ThroughAHelper.Replace("response", "answer").Replace("command", "next").Replace("line", "text")
            .Replace("class Agent", "\n\n// moved\nsealed class Unrelated;\n\nclass Agent");
        Assert.Equal((await ReportOf(ThroughAHelper)).Properties["fingerprint"], (await ReportOf(renamed)).Properties["fingerprint"]);
    }

    [Fact]
    public async Task The_fingerprint_tells_equal_flows_of_one_member_apart()
    {
        var reports = await Verify.ReportsAsync("""
            using Microsoft.Extensions.AI;
            class Agent(IChatClient client)
            {
                public async Task Run()
                {
                    Process.Start("bash", {|GG6001:"-c " + (await client.GetResponseAsync("First?")).Text|});
                    Process.Start("bash", {|GG6001:"-c " + (await client.GetResponseAsync("Second?")).Text|});
                }
            }
            """);
        Assert.Equal(2, reports.Select(report => report.Properties["fingerprint"]).Distinct().Count());
        Assert.All(reports, report => Assert.StartsWith("v1:", report.Properties["fingerprint"]));
    }

    [Theory]
    [InlineData("class Agent(Microsoft.Extensions.AI.IChatClient client) { async Task Run() { var r = await client.GetResponseAsync(\"a\"; Process.Start(r.Text")]
    [InlineData("class Agent { [Microsoft.SemanticKernel.KernelFunction] public void Run(string command) => Process.Start(command, ; }")]
    [InlineData("class Agent { void Run() { Process.Start(undefined.Text); Process.Start(); Process.Start(1, 2, 3); new ProcessStartInfo { Arguments = }; } }")]
    [InlineData("class { [Microsoft.SemanticKernel.KernelFunction] void (string x) { switch (x) { case } } }")]
    [InlineData("var client = (Microsoft.Extensions.AI.IChatClient)null!; foreach (var x in client.GetStreamingResponseAsync(\"x\")) { Process.Start(x.Text!); } }")]
    public async Task Broken_code_does_not_throw(string source) => await AnalysisRun.FullAsync(new TestProgram(source));

    [Fact]
    public async Task A_flow_beside_a_broken_statement_is_still_reported() => await Verify.ReportsAsync(
        new TestProgram("""
            using Microsoft.Extensions.AI;
            class Agent(IChatClient client)
            {
                public async Task Run()
                {
                    var response = await client.GetResponseAsync("what next?");
                    response.Frobnicate(unknown);
                    Process.Start("bash", {|GG6001:"-c " + response.Text|});
                }
            }
            """),
        mayHaveErrors: true);
}
