using GoalGuard.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace GoalGuard.Testing;

/// <summary>
/// Checks a fix one report at a time, and for all reports of a document, project and solution. What it makes must compile, and only
/// what is marked in it may still be reported.
/// </summary>
public static class VerifyFix<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>A file with marked reports becomes another.</summary>
    public static Task ChangesAsync(string before, string after, LanguageVersion language = LanguageVersion.Preview) =>
        ChangesAsync(new[] { before }, new[] { after }, language);

    /// <summary>Files with marked reports become others.</summary>
    public static Task ChangesAsync(string[] before, string[] after, LanguageVersion language = LanguageVersion.Preview)
    {
        var test = new Test
        {
            LanguageVersion = language,
            NumberOfIncrementalIterations = Marks(before) - Marks(after),
            NumberOfFixAllIterations = 1,
            NumberOfFixAllInDocumentIterations = before.Zip(after).Count(file => file.First != file.Second),
        };
        AddAll(test.TestState, before);
        AddAll(test.FixedState, after);
        return test.RunAsync();
    }

    /// <summary>The marked reports are made, and no light bulb is shown.</summary>
    public static async Task NotOfferedAsync(string source, LanguageVersion language = LanguageVersion.Preview, bool mayHaveErrors = false)
    {
        var test = new Test { LanguageVersion = language, CompilerDiagnostics = mayHaveErrors ? CompilerDiagnostics.None : CompilerDiagnostics.Errors };
        AddAll(test.TestState, source);
        AddAll(test.FixedState, source);
        await test.RunAsync();
    }

    private static int Marks(string[] sources) => sources.Sum(source => source.Split("{|GG").Length - 1);

    private static void AddAll(SolutionState state, params string[] sources)
    {
        var isTopLevel = sources.Any(source => TestProgram.IsTopLevel(Markup.Strip("", source, new List<ExpectedReport>())));
        state.OutputKind = isTopLevel ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        state.Sources.Add(("GlobalUsings.cs", TestProgram.Usings));
        state.AdditionalReferences.AddRange(TestReferences.All);
        foreach (var source in sources)
        {
            state.Sources.Add(source);
        }
    }

    private sealed class Test : CSharpCodeFixTest<GoalGuardAnalyzer, TFix, DefaultVerifier>
    {
        public Test()
        {
            // The framework that runs the tests, not one from a registry.
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;

            // A rule has two descriptors: one for builds, one for scans.
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            DisabledDiagnostics.AddRange(TestProgram.Accompanying);

            // What is marked after a fix has none.
            FixedState.MarkupHandling = MarkupMode.Allow;
        }

        public LanguageVersion LanguageVersion { get; init; }

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
    }
}
