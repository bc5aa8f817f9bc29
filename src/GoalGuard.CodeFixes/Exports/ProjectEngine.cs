using System.Runtime.CompilerServices;
using GoalGuard.Analysis;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Knowledge.Annotations;
using GoalGuard.Analyzers.Governance;

namespace GoalGuard.CodeFixes.Exports;

/// <summary>The engine for a project in an editor, kept while the program and what is known of its libraries stay the same.</summary>
internal static class ProjectEngine
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> Indexes = new();
    private static readonly ConditionalWeakTable<Compilation, Engine> Engines = new();

    public static async Task<Engine?> OfAsync(Project project, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
        {
            return null;
        }

        var files = new ModelsFiles(project.AnalyzerOptions.AdditionalFiles, cancellation);
        var knowledge = KnowledgeBase.For(
            compilation.ReferencedAssemblyNames.Select(name => name.Name), files.Files, files.Stated.AddRange(AnnotationFiles.Of(compilation, cancellation)));
        if (Engines.TryGetValue(compilation, out var known) && ReferenceEquals(known.Knowledge, knowledge))
        {
            return known;
        }

        var trees = compilation.SyntaxTrees.ToImmutableArray();
        var indexes = trees.Select(tree => Indexes.GetValue(tree, made => TreeIndexer.Of(made, cancellation))).ToImmutableArray();
        var engine = new Engine(compilation, knowledge, new ProgramIndex(trees, indexes, Gates.Of(knowledge)), walksAll: true);
        Engines.Remove(compilation);
        return Engines.GetValue(compilation, _ => engine);
    }
}
