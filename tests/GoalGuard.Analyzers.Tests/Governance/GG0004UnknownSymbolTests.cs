using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Governance;

/// <summary>An entry that names nothing does nothing; GG0004 says so, unless the library it speaks of is not there at all.</summary>
public class GG0004UnknownSymbolTests
{
    private const string Program = """
        namespace Acme;
        public class Oracle
        {
            public Oracle() { }
            public string Consult(string question) => question;
            public string Answer { get; set; } = "";
            public string this[int at] => "";
            public class Inner { public void Run() { } }
        }
        """;

    [Theory]
    [InlineData("model-call M:Acme.Oracle.Consultt return")]
    [InlineData("model-call M:Acme.Orakel.Consult return")]
    [InlineData("model-call M:Acme.Oracle.Consult(System.Int32) return")]
    [InlineData("model-call P:Acme.Oracle.Consult return")]
    [InlineData("tool-definition T:Acme.ToolAttribute")]
    [InlineData("flow M:Acme.Oracle.Ask arg:question -> return")]
    [InlineData("model-call M:Microsoft.Extensions.AI.IChatClient.AnswerAsync return")]
    [InlineData("effect:process M:System.Diagnostics.Process.Launch arg:fileName")]
    public async Task A_symbol_that_does_not_exist_is_reported(string line) =>
        Assert.Equal(["GG0004 2"], await ModelsFileRun.LinesAsync("# ours\n" + line, Program));

    [Theory]
    [InlineData("model-call M:Acme.Oracle.Consult return")]
    [InlineData("model-call M:Acme.Oracle.Consult(System.String) return")]
    [InlineData("model-call T:Acme.Oracle return")]
    [InlineData("effect:process M:Acme.Oracle.#ctor arg:question")]
    [InlineData("model-output-member P:Acme.Oracle.Answer return")]
    [InlineData("model-output-member P:Acme.Oracle.Item return")]
    [InlineData("effect:process M:Acme.Oracle.Inner.Run arg:x")]
    [InlineData("model-call M:Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync return")]
    [InlineData("effect:process M:System.Diagnostics.Process.Start(System.String) arg:fileName")]
    [InlineData("effect:process M:System.Diagnostics.Process.ToString return : inherited")]
    public async Task A_symbol_that_exists_is_silent(string line) => Assert.Empty(await ModelsFileRun.LinesAsync(line, Program));

    [Fact]
    public async Task A_library_that_is_not_referenced_is_silent() =>
        Assert.Empty(await ModelsFileRun.LinesAsync("model-call M:Contoso.Minds.Mind.ThinkAsync return", Program));

    [Fact]
    public async Task The_report_stands_at_its_line_and_names_the_id()
    {
        var report = (await ModelsFileRun.ReportsAsync("# ours\n\nmodel-call M:Acme.Oracle.Ask return : old name", Program)).Single();
        Assert.Equal("GG0004", report.Id);
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
        Assert.Equal(2, report.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("M:Acme.Oracle.Ask", report.GetMessage());
        Assert.Contains("Governance", report.Descriptor.CustomTags);
        Assert.EndsWith("GG0004.md", report.Descriptor.HelpLinkUri);
    }
}
