using System.Collections.Immutable;
using GoalGuard.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Testing;

/// <summary>Runs the analyzer as a build does (everything at once) and as an editor does (file by file).</summary>
public static class AnalysisRun
{
    static AnalysisRun() => GoalGuardAnalyzer.ThrowsUnexpected = true;

    /// <summary>As in a build.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FullAsync(TestProgram program, CSharpCompilation? compilation = null, bool concurrent = true)
    {
        var diagnostics = await With(program, compilation ?? program.Compile(), concurrent).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return Sorted(diagnostics);
    }

    /// <summary>As in an editor: a new driver for each file, which sees only that file's diagnostics.</summary>
    public static async Task<ImmutableArray<Diagnostic>> PerDocumentAsync(TestProgram program, CSharpCompilation? compilation = null)
    {
        compilation ??= program.Compile();
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var driver = With(program, compilation, concurrent: true);
            var model = compilation.GetSemanticModel(tree);
            all.AddRange(await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None));
            all.AddRange(await driver.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None));
        }

        // A driver knows only its own additional files, so this one serves all of them.
        var forFiles = With(program, compilation, concurrent: true);
        foreach (var file in forFiles.AnalysisOptions.Options!.AdditionalFiles)
        {
            all.AddRange((await forFiles.GetAnalysisResultAsync(file, CancellationToken.None)).GetAllDiagnostics());
        }

        return Sorted(all);
    }

    private static CompilationWithAnalyzers With(TestProgram program, CSharpCompilation compilation, bool concurrent)
    {
        var options = new AnalyzerOptions(
            program.AdditionalFiles.Select(file => (AdditionalText)new InMemoryText(file.Path, file.Text)).ToImmutableArray(), new InMemoryOptions(program.Options));
        return new CompilationWithAnalyzers(
            compilation, ImmutableArray.Create<DiagnosticAnalyzer>(new GoalGuardAnalyzer()),
            new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: concurrent, logAnalyzerExecutionTime: false));
    }

    private static ImmutableArray<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(Unbroken).OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)
            .ThenBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.GetMessage(null), StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The compiler turns an exception of an analyzer into a diagnostic; here it is one again.</summary>
    private static Diagnostic Unbroken(Diagnostic diagnostic) =>
        diagnostic.Id == "AD0001" ? throw new InvalidOperationException(diagnostic.GetMessage(null)) : diagnostic;

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class InMemoryOptions(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                var isSet = values.TryGetValue(key, out var set);
                value = set ?? "";
                return isSet;
            }
        }
    }
}
