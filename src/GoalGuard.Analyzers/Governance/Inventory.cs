using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.Exports;
using GoalGuard.Analyzers.Reporting;

using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Analyzers.Governance;

/// <summary>GG0006 and GG0007, in scans only: what was recognised, what other projects are told, and where the analysis reached a limit.</summary>
internal sealed class Inventory(DiagnosticFactory factory, bool isScan)
{
    public static readonly ImmutableDictionary<string, string?> LimitProperties = DiagnosticFactory.Properties(Descriptors.GG0006);

    /// <summary>The kind of an entry that a scan hands on to other projects.</summary>
    public const string Export = "export";

    private readonly HashSet<Sighting> _seen = new();

    /// <summary>What an entry carries that is handed on; <paramref name="line"/> is what a models file would say.</summary>
    public static ImmutableDictionary<string, string?> Exported(string symbol, string library, string line) =>
        LimitProperties.Add("kind", Export).Add("symbol", symbol).Add("library", library).Add(Export, line);

    /// <summary>What the members of a file mean to projects that reference this one: the scan hands it on.</summary>
    public void Report(SemanticModelAnalysisContext context, SyntaxTree tree, IEnumerable<(Export Export, SourceSpan Site)> exports)
    {
        foreach (var (export, site) in exports)
        {
            var properties = Exported(Types.Display(export.Member), export.Member.ContainingAssembly.Name, export.Line);
            context.ReportDiagnostic(factory.Create(
                Descriptors.GG0007, factory.Locate(site, tree), false, Enumerable.Empty<Location>(), properties, Export, export.Line));
        }
    }

    public void Report(SemanticModelAnalysisContext context, SyntaxTree tree, MethodResult result)
    {
        if (!isScan)
        {
            return;
        }

        foreach (var sighting in result.Sightings.Where(sighting => sighting.Site.Path == tree.FilePath && _seen.Add(sighting)))
        {
            var properties = LimitProperties.Add("kind", sighting.Kind).Add("symbol", sighting.Symbol).Add("library", sighting.Library);
            context.ReportDiagnostic(factory.Create(
                Descriptors.GG0007, factory.Locate(sighting.Site, tree), false, Enumerable.Empty<Location>(), properties, sighting.Kind, sighting.Symbol));
        }

        Report(context, tree, result.Caps.Where(cap => cap.Site.Path == tree.FilePath));
    }

    /// <summary>Limits that were reached in the file.</summary>
    public void Report(SemanticModelAnalysisContext context, SyntaxTree tree, IEnumerable<CapReached> caps)
    {
        foreach (var cap in isScan ? caps : Enumerable.Empty<CapReached>())
        {
            context.ReportDiagnostic(factory.Create(
                Descriptors.GG0006, factory.Locate(cap.Site, tree), false, Enumerable.Empty<Location>(), LimitProperties, "limit of " + cap.Cap));
        }
    }
}
