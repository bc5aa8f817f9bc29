using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Governance;

/// <summary>A program beside a models file: what is reported in the file, and what the file makes of the program.</summary>
internal static class ModelsFileRun
{
    public const string Path = "agent.goalguard.models";

    public static TestProgram Program(string models, params string[] sources) =>
        new(sources) { AdditionalFiles = [(Path, models)] };

    public static async Task<ImmutableArray<Diagnostic>> ReportsAsync(string models, params string[] sources)
    {
        var program = Program(models, sources);
        var full = await AnalysisRun.FullAsync(program);
        var perDocument = await AnalysisRun.PerDocumentAsync(program);
        Assert.Equal(full.Select(Verify.Whole), perDocument.Select(Verify.Whole));
        return full;
    }

    /// <summary>Rule and line, counted from one, of everything that is reported in the file.</summary>
    public static async Task<string[]> LinesAsync(string models, params string[] sources) =>
        (await ReportsAsync(models, sources))
        .Where(report => report.Location.GetLineSpan().Path == Path)
        .Select(report => $"{report.Id} {report.Location.GetLineSpan().StartLinePosition.Line + 1}")
        .ToArray();
}
