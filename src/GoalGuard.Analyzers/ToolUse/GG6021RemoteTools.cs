using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6021: whatever a server lists, or a description of an API names, becomes a tool of a model. One report for each hand-over.</summary>
internal sealed class GG6021RemoteTools(Engine engine, DiagnosticFactory factory)
{
    private const Guard Precautions = Guard.Approved | Guard.AllowListed | Guard.Matched;

    public IEnumerable<Diagnostic> Report(IEnumerable<Finding> findings, SyntaxTree tree, string member, CancellationToken cancellation)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var grant in Grant.Of(engine, findings, tree, FactKind.RemoteTools, Precautions, cancellation).Where(grant => !grant.Tools.IsEmpty))
        {
            if (!engine.Filters.Cover(grant.At, cancellation))
            {
                ordinals[grant.Act.Symbol] = ordinals.TryGetValue(grant.Act.Symbol, out var ordinal) ? ordinal + 1 : 0;
                yield return Create(grant, tree, string.Join("|", "GG6021", member, grant.Act.Symbol, ordinals[grant.Act.Symbol]));
            }
        }
    }

    private Diagnostic Create(Grant grant, SyntaxTree tree, string key)
    {
        var isOwn = grant.Tools.All(RemoteServers.AreOwn);
        var isLowered = isOwn || grant.Tools.All(Grant.MayBeAsked);
        var steps = grant.Tools.SelectMany(tool => tool.Trace?.Steps() ?? ImmutableArray<FlowStep>.Empty).Append(new FlowStep("act", grant.Act.Display, grant.Act.Site)).ToImmutableArray();
        var properties = DiagnosticFactory.Properties(Descriptors.GG6021).SetItem("level", isLowered ? "I" : "W").AddRange(new Dictionary<string, string?>
        {
            ["effect"] = "tool",
            ["source"] = "remote-tools",
            ["domain"] = "open",
            ["confidence"] = "certain",
            ["steps"] = string.Join("\n", steps.Select(step => step.Kind + "|" + step.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(key),
        });
        var what = steps[0].Text;
        return factory.Create(
            Descriptors.GG6021, factory.Locate(grant.At, tree), isLowered, steps.Select(step => factory.Locate(step.Site, tree)), properties,
            char.ToUpperInvariant(what[0]) + what.Substring(1), grant.Act.Display, isOwn ? ", though a constant command starts the server" : "");
    }
}
