using GoalGuard.Analysis;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Knowledge.Annotations;
using GoalGuard.Analyzers.Governance;

using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Analyzers;

/// <summary>
/// The one analyzer: all flow rules share one engine run. Gates first: no known library referenced and nothing in any tree that looks
/// like a model means that no action is registered at all, unless a scan asks what other projects may use.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GoalGuardAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All.AddRange(Descriptors.All.Select(Descriptors.ForScan));

    /// <summary>Tests switch the last resort off, so that an unexpected exception fails them.</summary>
    internal static bool ThrowsUnexpected { get; set; }

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // Generated code is read for flow; reports are made in it only where they map to a file that a person wrote.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var modelsFiles = new ModelsFiles(context.Options.AdditionalFiles, context.CancellationToken);
        modelsFiles.Register(context);
        var assemblies = context.Compilation.ReferencedAssemblyNames.Select(name => name.Name).ToList();
        var isScan = ScanMode.IsOn(context.Options);
        var hasModel = KnowledgeBase.MentionsModelLibrary(assemblies) || modelsFiles.MayMeanModel || AnnotationFiles.MayBeIn(context.Compilation)
            || HasSignal(context.Compilation, SignalOf, context.CancellationToken);
        if (!hasModel && !isScan)
        {
            return;
        }

        bool SignalOf(SyntaxTree tree) => context.TryGetValue(tree, TreeSignals.Provider, out var signal) && signal;

        var compilation = context.Compilation;
        var session = new Lazy<FileSession>(() =>
        {
            // Whoever asks first makes it for all, so nobody's cancellation counts.
            var knowledge = KnowledgeBase.For(assemblies, modelsFiles.Files, modelsFiles.Stated.AddRange(AnnotationFiles.Of(compilation, CancellationToken.None)));
            return new FileSession(compilation, Index(compilation, knowledge, IndexOf), knowledge, isScan, hasModel);
        });
        context.RegisterSemanticModelAction(model => LastResort.Run(model, isScan, () => session.Value.Analyse(model)));

        TreeIndex IndexOf(SyntaxTree tree) => context.TryGetValue(tree, TreeIndexer.Provider, out var index) ? index : TreeIndex.Empty;
    }

    /// <summary>Without a known library: does any tree name a completion endpoint or declare what is named like a model?</summary>
    private static bool HasSignal(Compilation compilation, Func<SyntaxTree, bool> hasSignal, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (hasSignal(tree))
            {
                return true;
            }
        }

        return false;
    }

    private static ProgramIndex Index(Compilation compilation, KnowledgeBase knowledge, Func<SyntaxTree, TreeIndex> indexOf)
    {
        var trees = compilation.SyntaxTrees.ToImmutableArray();
        return new ProgramIndex(trees, ImmutableArray.CreateRange(trees, indexOf), Gates.Of(knowledge));
    }
}
