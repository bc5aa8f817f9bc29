using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoalGuard.Testing;

/// <summary>Sources with markup: <c>{|GG6001:expression|}</c> marks what must be reported, and nothing else may be.</summary>
public sealed class TestProgram
{
    /// <summary>What every test program may use without saying so.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Diagnostics;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    public TestProgram(params string[] sources)
    {
        for (var i = 0; i < sources.Length; i++)
        {
            var path = $"Test{i}.cs";
            Sources.Add((path, Markup.Strip(path, sources[i], Expected)));
        }
    }

    public List<(string Path, string Text)> Sources { get; } = new();

    /// <summary>Rules that accompany the reports of others. They are switched off in programs that are about others alone: where no report of theirs is marked.</summary>
    public static readonly ImmutableArray<string> Accompanying = ImmutableArray.Create("GG6024");

    /// <summary>Accompanying rules that the program is about although nothing of theirs is marked in it.</summary>
    public IReadOnlyCollection<string> About { get; init; } = Array.Empty<string>();

    /// <summary>What must be reported: rule, file and the marked text's span.</summary>
    public List<ExpectedReport> Expected { get; } = new();

    /// <summary>The references of the program.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = TestReferences.All;

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Path and text of additional files.</summary>
    public IReadOnlyList<(string Path, string Text)> AdditionalFiles { get; init; } = Array.Empty<(string, string)>();

    /// <summary>Global analyzer options, such as <c>build_property.GoalGuardScan</c>.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    public CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var output = Sources.Any(source => IsTopLevel(source.Text)) ? OutputKind.ConsoleApplication : Output;
        var trees = Sources.Prepend(("GlobalUsings.cs", Usings)).Select(source => CSharpSyntaxTree.ParseText(source.Item2, options, source.Item1));
        return CSharpCompilation.Create(
            "TestProgram", trees, References, new CSharpCompilationOptions(output, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: SwitchedOff()));
    }

    private IEnumerable<KeyValuePair<string, ReportDiagnostic>> SwitchedOff() =>
        from rule in Accompanying
        where !About.Contains(rule) && !Expected.Exists(report => report.Id == rule)
        select KeyValuePair.Create(rule, ReportDiagnostic.Suppress);

    internal static bool IsTopLevel(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement);
}

/// <summary>A report that must be made.</summary>
public sealed record ExpectedReport(string Id, string Path, int Start, int Length);
