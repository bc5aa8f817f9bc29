using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GoalGuard.Testing;

/// <summary>Checks that a program is reported exactly where its markup says, as a whole and file by file.</summary>
public static class Verify
{
    /// <summary>The program compiles, and the reports are those that it marks.</summary>
    public static Task<ImmutableArray<Diagnostic>> ReportsAsync(params string[] sources) => ReportsAsync(new TestProgram(sources));

    /// <summary>The program compiles, and nothing is reported.</summary>
    public static async Task SilentAsync(params string[] sources)
    {
        var program = new TestProgram(sources);
        Assert.Empty(program.Expected);
        await ReportsAsync(program);
    }

    /// <summary>The same of a program that is about a rule that accompanies others: what else is reported is marked.</summary>
    public static Task<ImmutableArray<Diagnostic>> SilentAboutAsync(string rule, params string[] sources)
    {
        var program = new TestProgram(sources) { About = [rule] };
        Assert.DoesNotContain(program.Expected, report => report.Id == rule);
        return ReportsAsync(program);
    }

    public static async Task<ImmutableArray<Diagnostic>> ReportsAsync(TestProgram program, bool mayHaveErrors = false)
    {
        var compilation = program.Compile();
        if (!mayHaveErrors)
        {
            Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        }

        var full = await AnalysisRun.FullAsync(program, compilation);
        Assert.Equal(
            program.Expected.Select(e => $"{e.Id} {e.Path} [{e.Start}..{e.Start + e.Length}) {Text(program, e)}").Order(StringComparer.Ordinal),
            full.Select(d => $"{d.Id} {d.Location.GetLineSpan().Path} [{d.Location.SourceSpan.Start}..{d.Location.SourceSpan.End}) {TextOf(d)}").Order(StringComparer.Ordinal));
        var perDocument = await AnalysisRun.PerDocumentAsync(program, compilation);
        Assert.Equal(full.Select(Whole), perDocument.Select(Whole));
        return full;
    }

    /// <summary>Everything that a report says.</summary>
    public static string Whole(Diagnostic diagnostic) =>
        $"{diagnostic} {diagnostic.Severity} {string.Join(" ", diagnostic.AdditionalLocations)} "
        + string.Join(" ", diagnostic.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + "=" + p.Value));

    private static string Text(TestProgram program, ExpectedReport expected) =>
        program.Sources.First(source => source.Path == expected.Path).Text.Substring(expected.Start, expected.Length);

    private static string TextOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree ? tree.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length) : "";
}
