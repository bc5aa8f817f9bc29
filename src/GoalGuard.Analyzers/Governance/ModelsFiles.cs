using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analyzers.Reporting;

using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analyzers.Governance;

/// <summary>The <c>*.goalguard.models</c> files of a project: read for the engine; GG0003 and GG0004 at the line of what is wrong in them.</summary>
internal sealed class ModelsFiles
{
    private const string Suffix = ".goalguard.models";

    /// <summary>What a scan knows of the projects that this one references; not the user's word.</summary>
    private const string StatedSuffix = ".exports" + Suffix;

    private readonly ImmutableArray<(AdditionalText File, SourceText Text, ModelsFile Parsed)> _files;

    public ModelsFiles(ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
        _files = (from file in files
                  where file.Path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
                  let text = file.GetText(cancellation)
                  where text is not null
                  select (file, text, ModelsParser.Parse(file.Path, text.ToString()))).ToImmutableArray();

    public bool IsEmpty => _files.IsEmpty;

    /// <summary>True if the user says anything, or another project has something that brings in a model's words. That others act makes nobody an agent.</summary>
    public bool MayMeanModel => !Files.IsEmpty || Stated.Any(file => file.Roles.Any(entry =>
        entry.Role is Role.ModelCall or Role.ModelOutputMember or Role.ToolArguments or Role.ToolDefinition));

    /// <summary>What the user says.</summary>
    public ImmutableArray<ModelsFile> Files => _files.Where(file => !IsStated(file.File)).Select(file => file.Parsed).ToImmutableArray();

    /// <summary>What other projects say about themselves.</summary>
    public ImmutableArray<ModelsFile> Stated => _files.Where(file => IsStated(file.File)).Select(file => file.Parsed).ToImmutableArray();

    private static bool IsStated(AdditionalText file) => file.Path.EndsWith(StatedSuffix, StringComparison.OrdinalIgnoreCase);

    public void Register(CompilationStartAnalysisContext context)
    {
        if (IsEmpty)
        {
            return;
        }

        var compilation = context.Compilation;
        var isScan = ScanMode.IsOn(context.Options);
        context.RegisterAdditionalFileAction(file => Report(file, compilation, isScan));
    }

    /// <summary>What a scan handed on, the user cannot mend.</summary>
    private void Report(AdditionalFileAnalysisContext context, Compilation compilation, bool isScan)
    {
        foreach (var (file, text, parsed) in _files.Where(known => known.File.Path == context.AdditionalFile.Path && !IsStated(known.File)))
        {
            foreach (var error in parsed.Errors)
            {
                context.ReportDiagnostic(DiagnosticFactory.Plain(Descriptors.GG0003, isScan, At(file, text, error.Origin.Line), error.Message));
            }

            var knowledge = KnowledgeBase.For(compilation.ReferencedAssemblyNames.Select(name => name.Name), ImmutableArray.Create(parsed));
            foreach (var entry in knowledge.Unresolved(compilation, context.CancellationToken))
            {
                context.ReportDiagnostic(DiagnosticFactory.Plain(Descriptors.GG0004, isScan, At(file, text, entry.Origin.Line), entry.Symbol.Text));
            }

            if (isScan)
            {
                HandOn(context, compilation, file, text, parsed);
            }
        }
    }

    /// <summary>What the user says of the project's own members holds for those that use them.</summary>
    private static void HandOn(AdditionalFileAnalysisContext context, Compilation compilation, AdditionalText file, SourceText text, ModelsFile parsed)
    {
        var entries = parsed.Roles.Select(entry => (entry.Symbol, entry.Origin)).Concat(parsed.Flows.Select(entry => (entry.Symbol, entry.Origin)));
        foreach (var (symbol, origin) in entries.Where(entry => UnresolvedEntries.IsOwn(entry.Symbol, compilation)))
        {
            var line = ModelsLine.WithoutComment(text.Lines[origin.Line - 1].ToString()).Trim();
            var properties = Inventory.Exported(symbol.Text, compilation.AssemblyName ?? "", line);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ForScan(Descriptors.GG0007), At(file, text, origin.Line), properties, Inventory.Export, line));
        }
    }

    private static Location At(AdditionalText file, SourceText text, int line)
    {
        var span = text.Lines[Math.Min(Math.Max(line - 1, 0), text.Lines.Count - 1)].Span;
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
