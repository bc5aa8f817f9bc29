using System.Collections.Immutable;
using System.Diagnostics;
using GoalGuard.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Conformance.Tests.HostSafety;

/// <summary>A run that is called off leaves nothing behind that changes the next one, on the same driver and the same compilation.</summary>
public class CancellationTests
{
    private const int Seed = 7;
    private const int Attempts = 12;

    [Fact]
    public async Task Cancelled_and_run_again_reports_all()
    {
        var watch = Stopwatch.StartNew();
        var expected = await ReportsAsync(Driver(), CancellationToken.None);
        var duration = watch.Elapsed;
        var random = new Random(Seed);
        var cancelled = 0;
        for (var i = 0; i < Attempts; i++)
        {
            var driver = Driver();
            using var source = new CancellationTokenSource(duration * random.NextDouble());
            try
            {
                await ReportsAsync(driver, source.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            Assert.Equal(expected, await ReportsAsync(driver, CancellationToken.None));
        }

        Assert.True(cancelled > 0, "no run was called off in time");
    }

    private static CompilationWithAnalyzers Driver() =>
        WholeCorpus.Compile().WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new GoalGuardAnalyzer()));

    private static async Task<string[]> ReportsAsync(CompilationWithAnalyzers driver, CancellationToken cancellation) =>
        (await driver.GetAnalyzerDiagnosticsAsync(cancellation)).Select(Verify.Whole).Order(StringComparer.Ordinal).ToArray();
}
