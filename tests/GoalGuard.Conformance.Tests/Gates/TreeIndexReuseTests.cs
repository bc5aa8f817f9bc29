using System.Collections.Concurrent;
using System.Collections.Immutable;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Conformance.Tests.Gates;

/// <summary>After an edit only the edited file is indexed again.</summary>
public class TreeIndexReuseTests
{
    [Fact]
    public async Task Other_trees_keep_their_index()
    {
        var before = new TestProgram("class A { }", "class B { }", "class C { }").Compile();
        var edited = before.SyntaxTrees.Single(tree => tree.FilePath == "Test1.cs");
        var after = before.ReplaceSyntaxTree(edited, CSharpSyntaxTree.ParseText("class B { void M() { } }", (CSharpParseOptions)edited.Options, edited.FilePath));

        var first = await IndexesAsync(before);
        var second = await IndexesAsync(after);

        Assert.Equal(before.SyntaxTrees.Length, first.Count);
        foreach (var path in first.Keys)
        {
            Assert.Equal(path != edited.FilePath, ReferenceEquals(first[path], second[path]));
        }
    }

    private static async Task<IReadOnlyDictionary<string, TreeIndex>> IndexesAsync(Compilation compilation)
    {
        var analyzer = new IndexReader();
        await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(analyzer)).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return analyzer.Indexes;
    }

    /// <summary>Asks for indexes as the analyzer does.</summary>
#pragma warning disable RS1001, RS1012, RS2008 // A reader of this test, not an analyzer that ships.
    private sealed class IndexReader : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Nothing = new("TEST", "Test", "Test", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public ConcurrentDictionary<string, TreeIndex> Indexes { get; } = new();

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Nothing);

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterCompilationStartAction(start =>
            {
                foreach (var tree in start.Compilation.SyntaxTrees)
                {
                    Assert.True(start.TryGetValue(tree, TreeIndexer.Provider, out var index));
                    Indexes[tree.FilePath] = index;
                }
            });
        }
    }
#pragma warning restore RS1001, RS1012, RS2008
}
