using GoalGuard.Tool.Tests.Support;

namespace GoalGuard.Tool.Tests.Sarif;

public sealed class CompilerLogTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "runs": [] }""")]
    [InlineData("""{ "runs": [ 1 ] }""")]
    [InlineData("""{ "runs": [ { "results": [], "results": [] } ] }""")]
    public void What_is_no_log_is_not_read(string sarif) => Assert.Null(Logs.Read(sarif));

    [Fact]
    public void A_missing_file_is_no_log() => Assert.Null(GoalGuard.Tool.Sarif.CompilerLog.TryRead("/no/such.sarif"));

    [Theory]
    [InlineData("""{ "runs": [ {} ] }""")]
    [InlineData("""{ "runs": [ { "results": 1, "tool": [] } ] }""")]
    [InlineData("""{ "runs": [ { "results": [ null, 1, {} ], "tool": { "driver": { "rules": [ null, { "id": 1 } ] } } } ] }""")]
    public void Missing_and_strange_parts_are_no_findings(string sarif)
    {
        var log = Logs.Read(sarif)!;

        Assert.False(log.RanOurAnalyzers);
        Assert.False(log.HasCompileErrors);
        Assert.Null(log.AnalyzerFailure);
    }

    [Fact]
    public void Our_rules_show_that_our_analyzers_ran()
    {
        Assert.True(Logs.Log([], "CS0103", "GG6001").RanOurAnalyzers);
        Assert.False(Logs.Log([], "CS0103", "GGX001", "GG60011").RanOurAnalyzers);
    }

    [Fact]
    public void Errors_of_the_compiler_alone_are_compile_errors()
    {
        Assert.True(Logs.Log([Logs.Result("CS0103", "error")]).HasCompileErrors);
        Assert.False(Logs.Log([Logs.Result("CS0168", "warning"), Logs.Result("CA1000", "error")]).HasCompileErrors);
    }

    [Fact]
    public void An_analyzer_of_ours_that_threw_is_told()
    {
        Assert.NotNull(Logs.Log([Logs.Result("AD0001", message: "Analyzer 'GoalGuard.Analyzers.Some' threw")]).AnalyzerFailure);
        Assert.Null(Logs.Log([Logs.Result("AD0001", message: "Analyzer 'Other' threw")]).AnalyzerFailure);
    }
}
