using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.Reporting;

using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Analyzers.Governance;

/// <summary>GG0006 and GG0007, in scans only: what was recognised, and where the analysis reached a limit.</summary>
internal sealed class Inventory(DiagnosticFactory factory, bool isScan)
{
    public static readonly ImmutableDictionary<string, string?> LimitProperties = DiagnosticFactory.Properties(Descriptors.GG0006);

    private readonly HashSet<Sighting> _seen = new();

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

        foreach (var cap in result.Caps.Where(cap => cap.Site.Path == tree.FilePath))
        {
            context.ReportDiagnostic(factory.Create(
                Descriptors.GG0006, factory.Locate(cap.Site, tree), false, Enumerable.Empty<Location>(), LimitProperties, "limit of " + cap.Cap));
        }
    }
}
