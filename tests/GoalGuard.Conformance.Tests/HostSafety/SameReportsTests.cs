using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Conformance.Tests.HostSafety;

/// <summary>What is reported depends on the program alone: not on order, threads, earlier runs or how much of it is asked for.</summary>
public class SameReportsTests
{
    private static readonly Lazy<Task<string[]>> Once = new(() => Whole(AnalysisRun.FullAsync(WholeCorpus.Program, WholeCorpus.Compile())));

    [Fact]
    public async Task One_program_of_all_is_reported_like_each_alone()
    {
        var found = (await AnalysisRun.FullAsync(WholeCorpus.Program)).ToLookup(report => report.Location.GetLineSpan().Path);
        Assert.Equal(
            string.Join("\n", Corpus.All.Select((program, i) => $"Test{i}.cs {program.Expected}")),
            string.Join("\n", Corpus.All.Select((program, i) => $"Test{i}.cs {Findings.Of(found[$"Test{i}.cs"].Where(report => IsAsked(program, report)))}")));
    }

    /// <summary>Alone, a program is not asked for rules that accompany its own.</summary>
    private static bool IsAsked(CorpusProgram program, Diagnostic report) => report.Id == program.Rule || !TestProgram.Accompanying.Contains(report.Id);

    [Fact]
    public async Task File_by_file() => Assert.Equal(await Once.Value, await Whole(AnalysisRun.PerDocumentAsync(WholeCorpus.Program)));

    [Fact]
    public async Task On_one_thread() => Assert.Equal(await Once.Value, await Whole(AnalysisRun.FullAsync(WholeCorpus.Program, concurrent: false)));

    [Fact]
    public async Task Again_and_again()
    {
        var compilation = WholeCorpus.Compile();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(await Once.Value, await Whole(AnalysisRun.FullAsync(WholeCorpus.Program, compilation)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task In_any_order_of_files(int seed)
    {
        var compilation = WholeCorpus.Compile();
        var trees = compilation.SyntaxTrees.ToArray();
        new Random(seed).Shuffle(trees);
        compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        Assert.Equal(await Once.Value, await Whole(AnalysisRun.FullAsync(WholeCorpus.Program, compilation)));
    }

    [Fact]
    public async Task Reports_are_many() => Assert.True((await Once.Value).Length >= Corpus.All.Count(program => program.IsReporting));

    private static async Task<string[]> Whole(Task<ImmutableArray<Diagnostic>> run) => (await run).Select(Verify.Whole).ToArray();
}
