using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Documentation;

/// <summary>The example of <c>docs/how-it-works.md</c> does what the page says, as it stands and with its check changed.</summary>
public class HowItWorksTests
{
    private static string Example()
    {
        var page = File.ReadAllText(Path.Combine(RulePage.Root, "docs", "how-it-works.md"));
        var start = page.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static async Task<IReadOnlyList<Diagnostic>> ReportsAsync(string old, string @new)
    {
        Assert.Contains(old, Example(), StringComparison.Ordinal);
        return await AnalysisRun.FullAsync(new TestProgram("using ModelContextProtocol.Server;\n" + Example().Replace(old, @new, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task As_it_stands_it_is_silent() => Assert.Empty(await ReportsAsync("name.Length > 0", "name.Length > 0"));

    [Fact]
    public async Task Without_the_check_it_is_reported_where_the_words_enter()
    {
        var report = Assert.Single(await ReportsAsync("if (path.StartsWith(Root))", ""));
        Assert.Equal("GG6003", report.Id);
        Assert.Equal("W", report.Properties["level"]);
        Assert.Equal("name", report.Location.SourceTree!.ToString().Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length));
        Assert.Equal(3, report.AdditionalLocations.Count);
    }

    [Fact]
    public async Task A_root_without_a_separator_confines_weakly() =>
        Assert.Equal("I", Assert.Single(await ReportsAsync("\"/srv/notes/\"", "\"/srv/notes\"")).Properties["level"]);

    [Fact]
    public async Task A_refused_word_is_seen_and_makes_sure_of_nothing()
    {
        var report = Assert.Single(await ReportsAsync("path.StartsWith(Root)", "!path.Contains(\"..\")"));
        Assert.Equal("W", report.Properties["level"]);
        Assert.Contains("guard-missing", report.Properties["steps"]);
    }
}
