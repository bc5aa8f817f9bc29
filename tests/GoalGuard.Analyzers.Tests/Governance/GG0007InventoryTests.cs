using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Governance;

/// <summary>What a scan says it recognised; builds say nothing of it.</summary>
public class GG0007InventoryTests
{
    private const string Program = """
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var run = AIFunctionFactory.Create(RunCommand);
                var options = new ChatOptions { Tools = [run] };
                await client.GetResponseAsync("Clean up.", options);
            }

            private static string RunCommand(string command) => Process.Start("bash", "-c " + command).Id.ToString();
        }
        """;

    private static async Task<ImmutableArray<Diagnostic>> Inventory(bool isScan, params string[] sources)
    {
        var program = new TestProgram(sources) { Options = new Dictionary<string, string> { ["build_property.GoalGuardScan"] = isScan ? "true" : "false" } };
        var full = await AnalysisRun.FullAsync(program);
        var perDocument = await AnalysisRun.PerDocumentAsync(program);
        Assert.Equal(full.Select(Verify.Whole), perDocument.Select(Verify.Whole));
        return full.Where(report => report.Id == "GG0007").ToImmutableArray();
    }

    private static string Text(Diagnostic report) => report.Location.SourceTree!.GetText().ToString(report.Location.SourceSpan);

    [Fact]
    public async Task A_build_has_no_inventory() => Assert.Empty(await Inventory(isScan: false, Program));

    [Theory]
    [InlineData("model-call")]
    [InlineData("tool")]
    [InlineData("grant")]
    [InlineData("effect")]
    public async Task A_scan_names_each_kind(string kind) =>
        Assert.Contains(await Inventory(isScan: true, Program), report => report.Properties["kind"] == kind);

    [Fact]
    public async Task The_model_call_is_located_at_the_call()
    {
        var call = (await Inventory(isScan: true, Program)).Single(report => report.Properties["kind"] == "model-call");
        Assert.Contains("GetResponseAsync", Text(call));
        Assert.Contains("GetResponseAsync", call.Properties["symbol"]);
        Assert.Contains("model-call", call.GetMessage());
    }

    [Fact]
    public async Task The_effect_is_located_at_the_act()
    {
        var effect = (await Inventory(isScan: true, Program)).First(report => report.Properties["kind"] == "effect");
        Assert.Contains("Process.Start", Text(effect));
    }

    [Fact]
    public async Task Each_entry_is_an_info_that_no_severity_hides()
    {
        Assert.All(await Inventory(isScan: true, Program), report =>
        {
            Assert.Equal(DiagnosticSeverity.Info, report.Severity);
            Assert.Equal("I", report.Properties["level"]);
            Assert.Equal("Governance", report.Properties["pathway"]);
            Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, report.Descriptor.CustomTags);
            Assert.EndsWith("GG0007.md", report.Descriptor.HelpLinkUri);
        });
    }

    [Fact]
    public async Task Effects_of_a_program_without_a_model_near_them_are_listed_too() =>
        Assert.Contains(
            await Inventory(isScan: true, "class Files { public void Clear(string path) => File.Delete(path); }"),
            report => report.Properties["kind"] == "effect" && Text(report).Contains("File.Delete"));

    [Fact]
    public async Task Nothing_is_listed_twice()
    {
        var entries = (await Inventory(isScan: true, Program)).Select(report => (report.Location.SourceSpan, report.GetMessage())).ToList();
        Assert.Equal(entries.Distinct().Count(), entries.Count);
    }

    [Fact]
    public async Task A_call_that_looks_like_a_model_and_is_not_modelled_is_listed()
    {
        var entries = await Inventory(isScan: true, """
            public interface ILlmGateway { Task<string> AskAsync(string prompt); }
            class Agent(ILlmGateway llm)
            {
                public async Task Run() => Console.WriteLine(await llm.AskAsync("hello"));
            }
            """);
        Assert.Contains(entries, report => Text(report).Contains("AskAsync"));
    }
}
