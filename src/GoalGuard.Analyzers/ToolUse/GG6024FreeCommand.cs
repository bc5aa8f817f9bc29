using GoalGuard.Analysis;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>
/// GG6024: a parameter that takes any text is called, or described as, a command, and with no precaution before its use an effect of the tool is what the text says. Who
/// narrows the parameter needs none. So is such a property of an object that the parameter takes. One report for each parameter.
/// </summary>
internal sealed class GG6024FreeCommand(Engine engine, DiagnosticFactory factory)
{
    private readonly Dictionary<Origin, (string Member, List<Act> Acts)> _used = new();

    /// <summary>Takes down what the flow rules report of the parameters of tools. What can do less is no reason to narrow them, and what only reads files neither.</summary>
    public void See(Flow flow, string member)
    {
        if (flow.Rule is GG6009FileRead)
        {
            return;
        }

        foreach (var (finding, facts) in flow.Parts.Where(part => !flow.Rule.IsLowered(part.Finding.Act)))
        {
            foreach (var fact in facts.Where(fact => fact.Origin is { Kind: FactKind.ToolInput, IsAny: false } && !flow.Rule.IsLoweredBy(fact.Guards)))
            {
                if (!_used.TryGetValue(fact.Origin, out var used))
                {
                    _used[fact.Origin] = used = (member, new List<Act>());
                }

                used.Acts.Add(finding.Act);
            }
        }
    }

    public IEnumerable<Diagnostic> Report(SemanticModel model, CancellationToken cancellation)
    {
        var tree = model.SyntaxTree;
        var reported = new HashSet<SourceSpan>();
        foreach (var (origin, used) in _used.Where(used => used.Key.Site.Path == tree.FilePath).OrderBy(used => used.Key.Site.Start).ThenBy(used => used.Key.Path, StringComparer.Ordinal)
            .Select(used => (used.Key, used.Value)))
        {
            if (FreeParameter.Of(origin, model, cancellation) is { } parameter && !engine.Filters.Concern(parameter.Type, cancellation) && reported.Add(origin.Site))
            {
                yield return Create(parameter, used.Member, origin, used.Acts.GroupBy(act => act.Site).Select(group => group.First()).ToList(), tree);
            }
        }
    }

    private Diagnostic Create(FreeParameter parameter, string member, Origin origin, List<Act> acts, SyntaxTree tree)
    {
        var steps = acts.Select(act => new FlowStep("act", act.Display, act.Site)).Prepend(new FlowStep("source", $"tool parameter '{parameter.Name}'", origin.Site)).ToImmutableArray();
        var properties = DiagnosticFactory.Properties(Descriptors.GG6024).AddRange(new Dictionary<string, string?>
        {
            ["effect"] = string.Join(",", acts.Select(act => FlowRule.EffectName(act.Effect)).Distinct()),
            ["source"] = "tool-parameter",
            ["domain"] = "open",
            ["confidence"] = origin.Inferred || acts.All(act => act.Inferred) ? "inferred" : "certain",
            ["steps"] = string.Join("\n", steps.Select(step => step.Kind + "|" + step.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(string.Join("|", "GG6024", member, parameter.Name)),
        });
        return factory.Create(
            Descriptors.GG6024, factory.Locate(origin.Site, tree), false, steps.Select(step => factory.Locate(step.Site, tree)), properties,
            parameter.Name, parameter.Word, string.Join(", ", acts.Select(act => act.Display).Distinct().Take(3)));
    }
}
