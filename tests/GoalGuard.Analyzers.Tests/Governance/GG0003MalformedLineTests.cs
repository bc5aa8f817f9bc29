using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Governance;

/// <summary>A line that cannot be read is reported at its line; the rest of the file still counts.</summary>
public class GG0003MalformedLineTests
{
    private const string Program = """
        class Oracle
        {
            public string Consult(string question) => question;
        }

        class Agent(Oracle oracle)
        {
            public void Step() => Process.Start("bash", {|GG6001:"-c " + oracle.Consult("next?")|});
        }
        """;

    [Theory]
    [InlineData("modelcall M:Oracle.Consult return")]
    [InlineData("model-call")]
    [InlineData("model-call Oracle.Consult return")]
    [InlineData("model-call M:Oracle.Consult answer")]
    [InlineData("model-call M:Oracle.Consult return when")]
    [InlineData("model-call M:Oracle.Consult return when arg:question")]
    [InlineData("model-call M:Oracle.Consult return and more")]
    [InlineData("flow M:Oracle.Consult arg:question return")]
    [InlineData("flow M:Oracle.Consult arg:question -> ")]
    [InlineData("flow M:Oracle.Consult arg:question -> nowhere")]
    [InlineData("- M:Oracle.Consult return")]
    [InlineData("assembly One Two")]
    [InlineData(": only a note")]
    public async Task A_malformed_line_is_reported_at_its_line(string line) =>
        Assert.Equal(["GG0003 3"], await ModelsFileRun.LinesAsync($"# ours\n\n{line}\n", Program.Replace("{|GG6001:", "").Replace("|}", "")));

    [Theory]
    [InlineData("")]
    [InlineData("# a comment\n\n   # another\n")]
    [InlineData("model-call M:Oracle.Consult return\n")]
    [InlineData("model-call M:Oracle.Consult(System.String) return : asks our own model\r\n")]
    [InlineData("model-call M:Oracle.Consult return # a comment at the end")]
    [InlineData("flow M:Oracle.Consult arg:question -> return")]
    [InlineData("- model-call M:Microsoft.Extensions.AI.IChatClient.GetResponseAsync")]
    [InlineData("\tmodel-call   M:Oracle.Consult \t return  ")]
    public async Task A_well_formed_file_is_silent(string models) =>
        Assert.Empty(await ModelsFileRun.LinesAsync(models, Program.Replace("{|GG6001:", "").Replace("|}", "")));

    [Fact]
    public async Task The_rest_of_the_file_still_counts()
    {
        var program = ModelsFileRun.Program("nonsense here\nmodel-call M:Oracle.Consult return\nmore nonsense\n", Program);
        var reports = await AnalysisRun.FullAsync(program);
        Assert.Equal(["GG0003", "GG0003", "GG6001"], reports.Select(report => report.Id).Order());
    }

    [Fact]
    public async Task Each_malformed_line_has_its_own_report()
    {
        var lines = await ModelsFileRun.LinesAsync("first\nmodel-call M:Oracle.Consult return\nthird\nfourth", Program.Replace("{|GG6001:", "").Replace("|}", ""));
        Assert.Equal(["GG0003 1", "GG0003 3", "GG0003 4"], lines);
    }

    [Fact]
    public async Task The_report_covers_the_line_and_says_what_is_wrong()
    {
        var report = (await ModelsFileRun.ReportsAsync("# ours\nmodel-call M:Oracle.Consult answer", "class Empty;")).Single();
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
        Assert.Equal((1, 0), (report.Location.GetLineSpan().StartLinePosition.Line, report.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Equal("model-call M:Oracle.Consult answer".Length, report.Location.SourceSpan.Length);
        Assert.Contains("not a place", report.GetMessage());
        Assert.Contains("rest of the file still counts", report.GetMessage());
        Assert.Contains("Governance", report.Descriptor.CustomTags);
        Assert.EndsWith("GG0003.md", report.Descriptor.HelpLinkUri);
    }

    [Fact]
    public async Task Other_additional_files_are_left_alone()
    {
        var program = new TestProgram("class Empty;") { AdditionalFiles = [("notes.txt", "nonsense here"), ("agent.models", "nonsense")] };
        Assert.Empty(await AnalysisRun.FullAsync(program));
    }

    [Theory]
    [InlineData("\0\0\0")]
    [InlineData("model-call M:")]
    [InlineData("model-call M:.")]
    [InlineData("model-call M:((((")]
    [InlineData("model-call M:A.B(,,) return")]
    [InlineData("model-call M:A.B return.[*].(x).().!!")]
    [InlineData("flow -> -> -> ->")]
    [InlineData("model-call M:A.B when when when")]
    public async Task Nonsense_never_throws(string models) => await ModelsFileRun.ReportsAsync(models, "class Empty;");
}
