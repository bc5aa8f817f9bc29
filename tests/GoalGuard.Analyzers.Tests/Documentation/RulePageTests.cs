using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Documentation;

/// <summary>Every rule has a page; what the page shows is compiled and analysed.</summary>
public class RulePageTests
{
    private static readonly string[] Sections =
    [
        "## What is reported", "## Why", "## Where", "## Example", "## Precautions", "## What does not count", "## Options", "## Code fix", "## Taxonomy",
    ];

    public static TheoryData<string> Rules => new(Descriptors.All.Select(rule => rule.Id));

    private static DiagnosticDescriptor Rule(string id) => Descriptors.All.Single(rule => rule.Id == id);

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_page_agrees_with_the_descriptor(string id)
    {
        var rule = Rule(id);
        var text = new RulePage(id).Text;
        Assert.StartsWith($"# {id}: {rule.Title}\n", text);
        Assert.Contains($"| Level | {rule.DefaultSeverity} |", text);
        Assert.Contains($"| Category | `{rule.Category}` |", text);
        Assert.All(rule.CustomTags.Where(tag => tag != rule.Category), tag => Assert.Contains($"`{tag}`", text));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_page_has_all_its_sections_in_order(string id)
    {
        var headings = new RulePage(id).Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal));
        Assert.Equal(Sections, headings);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_page_names_the_options(string id)
    {
        var text = new RulePage(id).Text;
        Assert.Contains($"dotnet_diagnostic.{id}.severity", text);
        Assert.Contains($"dotnet_analyzer_diagnostic.category-{Rule(id).Category}.severity", text);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_help_link_names_the_page(string id) =>
        Assert.EndsWith($"/docs/rules/{id}.md", Rule(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_index_lists_the_page(string id)
    {
        var rule = Rule(id);
        var index = File.ReadAllText(Path.Combine(RulePage.Root, "docs", "rules", "README.md"));
        Assert.Contains($"| [{id}]({id}.md) | {rule.Title} | {rule.Category} | {rule.DefaultSeverity}", index);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_readme_lists_the_rule(string id)
    {
        var rule = Rule(id);
        var readme = File.ReadAllText(Path.Combine(RulePage.Root, "README.md"));
        Assert.Contains($"| [{id}](docs/rules/{id}.md) | {rule.Title} | {rule.Category} | {rule.DefaultSeverity}", readme);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_release_notes_list_the_rule(string id)
    {
        var rule = Rule(id);
        var releases = Path.Combine(RulePage.Root, "src", "GoalGuard.Analyzers");
        var notes = File.ReadAllText(Path.Combine(releases, "AnalyzerReleases.Unshipped.md")) + File.ReadAllText(Path.Combine(releases, "AnalyzerReleases.Shipped.md"));
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", notes);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_reported_example_is_reported_where_it_says(string id)
    {
        var example = new RulePage(id).Examples[0];
        Assert.NotEmpty(example.Marked(id));
        Assert.Equal(example.Marked(id).Select(line => $"{id} {line}"), await ReportsOf(id, example));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_silent_example_is_silent(string id)
    {
        var examples = new RulePage(id).Examples;
        Assert.Equal(2, examples.Count);
        Assert.Empty(await ReportsOf(id, examples[1]));
    }

    /// <summary>Rule and line of what the example brings; an example is a whole file and compiles.</summary>
    private static async Task<string[]> ReportsOf(string id, RulePage.Example example)
    {
        var isScanOnly = Rule(id).DefaultSeverity == DiagnosticSeverity.Info && Rule(id).Category == Pathway.Governance;
        var program = Program(id, example, isScanOnly);
        Assert.Empty(program.Compile().GetDiagnostics().Where(report => report.Severity == DiagnosticSeverity.Error).Select(report => report.ToString()));
        var reports = await AnalysisRun.FullAsync(program);
        // What accompanies others stands beside them in its own example.
        return reports.Where(report => report.Id == id || !(isScanOnly || TestProgram.Accompanying.Contains(id)))
            .Select(report => $"{report.Id} {report.Location.GetLineSpan().StartLinePosition.Line + 1}").ToArray();
    }

    private static TestProgram Program(string id, RulePage.Example example, bool isScan)
    {
        var options = new Dictionary<string, string> { ["build_property.GoalGuardScan"] = isScan ? "true" : "false" };
        return example.Language == "csharp"
            ? new TestProgram(example.Code) { Options = options, About = [id] }
            : new TestProgram("""
                namespace Acme
                {
                    class Oracle { public string Consult(string question) => question; }
                    class Shell { public void Run(string command) { } }
                }
                """)
            { Options = options, AdditionalFiles = [("example.goalguard.models", example.Code)] };
    }
}
