namespace GoalGuard.Conformance.Tests.Gates;

/// <summary>
/// Sketches are drawn from the sources on or from the acts back, whichever are fewer. Company that has nothing to do with a program's flows, but makes the
/// analysis begin at the other end, changes no report.
/// </summary>
public class CompanyTests
{
    private const int Many = 40;

    private static readonly string Sources =
        "using Microsoft.Extensions.AI; class Asks { " + string.Concat(Enumerable.Range(0, Many).Select(i =>
            $"async Task<int> Ask{i}(IChatClient model) => (await model.GetResponseAsync(\"{i}\")).Text.Length; ")) + "}";

    private static readonly string Acts =
        "class Cleans { " + string.Concat(Enumerable.Range(0, Many).Select(i => $"void Clean{i}() => File.Delete(\"old{i}.txt\"); ")) + "}";

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public Task Many_more_sources(string name) => SameWith(name, Sources);

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public Task Many_more_acts(string name) => SameWith(name, Acts);

    private static async Task SameWith(string name, string company)
    {
        var program = Corpus.Named(name);
        var reports = await AnalysisRun.FullAsync(new TestProgram(program.Source, company) { About = [program.Rule] });
        Assert.Equal(program.Expected, Findings.Of(reports.Select(report => report.Id)));
    }
}
