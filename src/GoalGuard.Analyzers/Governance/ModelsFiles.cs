using GoalGuard.Analysis.Knowledge;

using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analyzers.Governance;

/// <summary>The <c>*.goalguard.models</c> files of a project: read for the engine; GG0003 and GG0004 at the line of what is wrong in them.</summary>
internal sealed class ModelsFiles
{
    private const string Suffix = ".goalguard.models";

    private readonly ImmutableArray<(AdditionalText File, SourceText Text, ModelsFile Parsed)> _files;

    public ModelsFiles(ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
        _files = (from file in files
                  where file.Path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
                  let text = file.GetText(cancellation)
                  where text is not null
                  select (file, text, ModelsParser.Parse(file.Path, text.ToString()))).ToImmutableArray();

    public bool IsEmpty => _files.IsEmpty;

    public ImmutableArray<ModelsFile> Files => _files.Select(file => file.Parsed).ToImmutableArray();

    public void Register(CompilationStartAnalysisContext context)
    {
        if (IsEmpty)
        {
            return;
        }

        var compilation = context.Compilation;
        context.RegisterAdditionalFileAction(file => Report(file, compilation));
    }

    private void Report(AdditionalFileAnalysisContext context, Compilation compilation)
    {
        foreach (var (file, text, parsed) in _files.Where(known => known.File.Path == context.AdditionalFile.Path))
        {
            foreach (var error in parsed.Errors)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.GG0003, At(file, text, error.Origin.Line), error.Message));
            }

            var knowledge = KnowledgeBase.For(compilation.ReferencedAssemblyNames.Select(name => name.Name), ImmutableArray.Create(parsed));
            foreach (var entry in knowledge.Unresolved(compilation, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.GG0004, At(file, text, entry.Origin.Line), entry.Symbol.Text));
            }
        }
    }

    private static Location At(AdditionalText file, SourceText text, int line)
    {
        var span = text.Lines[Math.Min(Math.Max(line - 1, 0), text.Lines.Count - 1)].Span;
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
