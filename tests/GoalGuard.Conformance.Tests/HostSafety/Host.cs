using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Conformance.Tests.HostSafety;

/// <summary>Analyses what no one would write, as a compiler must bear it: no exception, no stack overflow, no endless work.</summary>
internal static class Host
{
    /// <summary>Generous: a limit that holds back nothing but runaway work, also on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private const int SmallStack = 1024 * 1024;

    /// <summary>The reports, after a check that none of them is an exception.</summary>
    public static async Task<ImmutableArray<Diagnostic>> BearsAsync(params string[] sources)
    {
        var watch = Stopwatch.StartNew();
        var diagnostics = await AnalysisRun.FullAsync(new TestProgram(sources));
        AssertNoException(diagnostics);
        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed}");
        return diagnostics;
    }

    /// <summary>The same on a thread with a stack as small as compilers run on, for sources that nest deep.</summary>
    public static ImmutableArray<Diagnostic> BearsOnSmallStack(string source)
    {
        var result = ImmutableArray<Diagnostic>.Empty;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = BearsInPlace(source);
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return result;
    }

    public static void AssertNoException(IEnumerable<Diagnostic> diagnostics) =>
        Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Id == "AD0001").Select(diagnostic => diagnostic.ToString()));

    /// <summary>Without concurrency the driver stays on the thread that asks.</summary>
    private static ImmutableArray<Diagnostic> BearsInPlace(string source)
    {
        var watch = Stopwatch.StartNew();
        var diagnostics = AnalysisRun.FullAsync(new TestProgram(source), concurrent: false).GetAwaiter().GetResult();
        AssertNoException(diagnostics);
        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed}");
        return diagnostics;
    }
}
