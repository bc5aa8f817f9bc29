using System.Text.RegularExpressions;
using GoalGuard.Annotations;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Documentation;

/// <summary>The examples of <c>docs/across-projects.md</c> do what the page says, and it names every attribute.</summary>
public partial class AcrossProjectsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RulePage.Root, "docs", "across-projects.md")).ReplaceLineEndings("\n");

    private static string Block(string language, int at) => Fence().Matches(Page).Where(match => match.Groups["language"].Value == language).ElementAt(at).Groups["code"].Value;

    private static string Annotated => Block("csharp", 0);

    private static string Plain => Annotations().Replace(Annotated.Replace("using GoalGuard.Annotations;\n", ""), "");

    private static string Program => Block("csharp", 1);

    private static IEnumerable<int> Marked => Program.Split('\n').Select((line, at) => (line, at)).Where(line => line.line.Contains("// GG6001", StringComparison.Ordinal)).Select(line => line.at + 1);

    private static async Task<IEnumerable<int>> ReportsAsync(string library, params (string, string)[] files)
    {
        var reference = DeclaredLibrary.Reference("Core", library, [.. TestReferences.All, TestReferences.Annotations]);
        var program = new TestProgram(Program) { References = [.. TestReferences.Framework, TestReferences.Annotations, reference], AdditionalFiles = files };
        return (await AnalysisRun.FullAsync(program)).Select(report => report.Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    [Fact]
    public async Task Annotations_are_told_to_the_program() => Assert.Equal(Marked, await ReportsAsync(Annotated));

    [Fact]
    public async Task A_plain_build_without_them_sees_nothing() => Assert.Empty(await ReportsAsync(Plain));

    [Fact]
    public async Task A_scan_hands_on_what_the_page_says()
    {
        var options = new Dictionary<string, string> { ["build_property.GoalGuardScan"] = "true" };
        var reports = await AnalysisRun.FullAsync(new TestProgram(Plain) { Options = options });
        var exports = reports.Where(report => report.Properties.ContainsKey("export")).Select(report => report.Properties["export"]).Order(StringComparer.Ordinal);
        Assert.Equal(Block("models", 0).TrimEnd().Split('\n'), exports);
    }

    [Fact]
    public async Task And_the_program_is_told() =>
        Assert.Equal(Marked, await ReportsAsync(Plain, ("Core.exports.goalguard.models", Block("models", 0))));

    public static TheoryData<string> Attributes =>
        new(typeof(ModelOutputAttribute).Assembly.GetExportedTypes().Where(type => typeof(Attribute).IsAssignableFrom(type)).Select(type => type.Name[..^"Attribute".Length]));

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Every_attribute_is_documented(string name) => Assert.Matches($@"\| `\[{name}[\](]", Page);

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ *\[ModelOutput\]\n|\[(Effect|Validator)\([^)]*\)\] ", RegexOptions.Multiline)]
    private static partial Regex Annotations();
}
