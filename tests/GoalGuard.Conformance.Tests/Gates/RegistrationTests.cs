using System.Collections.Immutable;
using GoalGuard.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace GoalGuard.Conformance.Tests.Gates;

/// <summary>Nothing to find, nothing paid: the driver's own count of registered actions.</summary>
public class RegistrationTests
{
    private const string Plain = """
        class Program
        {
            static async Task Main(string[] args)
            {
                using var http = new HttpClient();
                Process.Start("bash", "-c " + await http.GetStringAsync(args[0]));
            }
        }
        """;

    private const string RawEndpoint = """
        using System.Net.Http.Json;
        using System.Text.Json;
        class Agent(HttpClient http)
        {
            public async Task Run(string task)
            {
                var response = await http.PostAsJsonAsync("https://api.openai.com/v1/chat/completions", new { model = "m", messages = new[] { new { role = "user", content = task } } });
                var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                var command = json.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
                Process.Start("bash", {|GG6001:"-c " + command|});
            }
        }
        """;

    [Fact]
    public async Task Without_library_and_marker_nothing_is_registered()
    {
        var actions = await ActionsAsync(Plain, TestReferences.Framework);
        Assert.Equal((0, 0), (actions.SemanticModelActionsCount, Others(actions)));
    }

    [Fact]
    public async Task With_a_library_the_semantic_model_action_is_all()
    {
        var actions = await ActionsAsync(Plain, TestReferences.All);
        Assert.Equal((1, 0), (actions.SemanticModelActionsCount, Others(actions)));
    }

    [Theory]
    [InlineData("class Program { const string Url = \"https://example.org/v1/chat/completions\"; }")]
    [InlineData("interface ILlmService { string Ask(string prompt); }")]
    public async Task A_marker_in_the_source_opens_the_gate(string source) =>
        Assert.Equal(1, (await ActionsAsync(source, TestReferences.Framework)).SemanticModelActionsCount);

    [Theory]
    [InlineData("class Llmnop { }")]
    [InlineData("class Program { const string Url = \"https://example.org/orders\"; }")]
    public async Task What_only_looks_like_a_marker_does_not(string source) =>
        Assert.Equal(0, (await ActionsAsync(source, TestReferences.Framework)).SemanticModelActionsCount);

    /// <summary>A post to a completion endpoint is a model call without any library.</summary>
    [Fact]
    public Task Raw_endpoint_is_analysed() => Verify.ReportsAsync(new TestProgram(RawEndpoint) { References = TestReferences.Framework });

    private static async Task<AnalyzerTelemetryInfo> ActionsAsync(string source, IReadOnlyList<MetadataReference> references)
    {
        var analyzer = new GoalGuardAnalyzer();
        var driver = new TestProgram(source) { References = references }.Compile().WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(analyzer));
        await driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return await driver.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
    }

    private static int Others(AnalyzerTelemetryInfo actions) =>
        actions.SyntaxNodeActionsCount + actions.SyntaxTreeActionsCount + actions.SymbolActionsCount + actions.SymbolStartActionsCount + actions.SymbolEndActionsCount
        + actions.OperationActionsCount + actions.OperationBlockActionsCount + actions.OperationBlockStartActionsCount + actions.OperationBlockEndActionsCount
        + actions.CodeBlockActionsCount + actions.CodeBlockStartActionsCount + actions.CodeBlockEndActionsCount + actions.CompilationEndActionsCount;
}
