using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace GoalGuard.Conformance.Tests.Metamorphic;

/// <summary>
/// Findings stay what they are when a program is rewritten without changing what it does. The share that holds is printed per rule and
/// rewriting; below 95 % a rule is not done.
/// </summary>
public class MetamorphicTests(ITestOutputHelper output)
{
    private const double Required = 0.95;

    public static TheoryData<string> Rules()
    {
        var data = new TheoryData<string>();
        foreach (var rule in Corpus.Rules)
        {
            data.Add(rule);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Findings_hold(string rule)
    {
        var results = new List<Result>();
        foreach (var pair in Pair.Of(rule))
        {
            results.Add(await pair.RunAsync());
        }

        Assert.Contains(results, result => result.Outcome == Outcome.Held);
        var report = Report(rule, results);
        output.WriteLine(report);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, $"metamorphic-{rule}.txt"), report);
        var failing = results.Where(result => result.Outcome == Outcome.Failed).Select(result => result.Pair.ToString());
        Assert.True(Share(results) >= Required, $"{Percent(Share(results))} of {rule} hold. Failing:\n{string.Join("\n", failing)}");
    }

    /// <summary>Each rewriting applies to some program: one that never does is broken.</summary>
    [Fact]
    public async Task Every_rewriting_applies_somewhere()
    {
        foreach (var rewriting in Rewriting.All)
        {
            var applies = false;
            foreach (var program in Corpus.All)
            {
                applies = applies || (await new Pair(program, rewriting).RunAsync()).Outcome != Outcome.NotApplicable;
            }

            Assert.True(applies, rewriting.Name);
        }
    }

    private static string Report(string rule, IReadOnlyList<Result> results)
    {
        var text = new StringBuilder();
        text.AppendLine(Line(rule, results));
        foreach (var group in results.GroupBy(result => result.Pair.Rewriting.Name))
        {
            text.AppendLine("  " + Line(group.Key, group.ToList()));
        }

        foreach (var result in results.Where(result => result.Outcome != Outcome.Held).OrderBy(result => result.Outcome == Outcome.NotApplicable))
        {
            text.AppendLine($"{(result.Outcome == Outcome.Failed ? "FAILED" : "not applicable")}: {result.Pair}: {result.Seen}");
        }

        return text.ToString();
    }

    private static string Line(string what, IReadOnlyList<Result> results) =>
        $"{what}: {results.Count(result => result.Outcome == Outcome.Held)} / {results.Count(result => result.Outcome != Outcome.NotApplicable)} ({Percent(Share(results))})";

    private static double Share(IReadOnlyList<Result> results)
    {
        var applicable = results.Count(result => result.Outcome != Outcome.NotApplicable);
        return applicable == 0 ? 1 : (double)results.Count(result => result.Outcome == Outcome.Held) / applicable;
    }

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
