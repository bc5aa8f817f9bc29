using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6020: a tool that changes something is handed to a model, and nobody is asked before it runs. One report for each hand-over.</summary>
internal sealed class GG6020UnapprovedGrant(Engine engine, DiagnosticFactory factory)
{
    /// <summary>A tool of a grant, with what it may bring about.</summary>
    private sealed record Effectful(Fact Tool, ImmutableArray<RatedEffect> Effects);

    public IEnumerable<Diagnostic> Report(IEnumerable<Finding> findings, SyntaxTree tree, string member, CancellationToken cancellation)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var grant in findings.Where(finding => finding.Act.Effect == Role.ToolGrant && finding.At.Path == tree.FilePath)
            .GroupBy(finding => finding.Expression).OrderBy(group => group.Key.Start))
        {
            var tools = grant.SelectMany(finding => finding.Facts.Facts)
                .Where(fact => fact.Origin.Kind == FactKind.Tool && (fact.Guards & Guard.Approved) == Guard.None)
                .Select(fact => new Effectful(fact, ToolRating.Of(engine, fact.Origin, cancellation))).Where(tool => !tool.Effects.IsEmpty).ToList();
            if (tools.Count > 0 && !engine.Filters.Exist(cancellation))
            {
                var first = grant.First();
                var key = string.Join(",", tools.Select(tool => tool.Tool.Origin.Name)) + "|" + first.Act.Symbol;
                ordinals[key] = ordinals.TryGetValue(key, out var ordinal) ? ordinal + 1 : 0;
                yield return Create(first, tools, tree, member, key + "|" + ordinals[key]);
            }
        }
    }

    private Diagnostic Create(Finding grant, List<Effectful> tools, SyntaxTree tree, string member, string key)
    {
        var effects = tools.SelectMany(tool => tool.Effects).ToList();
        var isLowered = effects.All(effect => effect.IsLimited);
        var steps = tools.SelectMany(Steps).ToImmutableArray();
        var properties = DiagnosticFactory.Properties(Descriptors.GG6020).SetItem("level", isLowered ? "I" : "W").AddRange(new Dictionary<string, string?>
        {
            ["effect"] = string.Join(",", effects.Select(effect => FlowRule.EffectName(effect.Effect.Role)).Distinct()),
            ["source"] = "tool",
            ["domain"] = "open",
            ["confidence"] = "certain",
            ["steps"] = string.Join("\n", steps.Select(step => step.Kind + "|" + step.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(string.Join("|", "GG6020", member, key)),
        });
        return factory.Create(
            Descriptors.GG6020, factory.Locate(grant.At, tree), isLowered, steps.Select(step => factory.Locate(step.Site, tree)), properties,
            Names(tools), grant.Act.Display, string.Join(", ", effects.Select(effect => effect.Effect.Display).Distinct().Take(3)), isLowered ? "limited" : "open");
    }

    private static string Names(List<Effectful> tools) =>
        (tools.Count == 1 ? "Tool " : "Tools ") + string.Join(", ", tools.Take(3).Select(tool => $"'{tool.Tool.Origin.Name}'")) + (tools.Count > 3 ? $" and {tools.Count - 3} more" : "");

    /// <summary>The tool on its way to the grant, then the calls down to each effect.</summary>
    private static IEnumerable<FlowStep> Steps(Effectful tool)
    {
        foreach (var step in tool.Tool.Trace?.Steps() ?? ImmutableArray<FlowStep>.Empty)
        {
            yield return step;
        }

        foreach (var effect in tool.Effects)
        {
            foreach (var hop in effect.Effect.Path.Take(effect.Effect.Path.Length - 1))
            {
                yield return new FlowStep("hop", "calls on from " + hop.Member, hop.At);
            }

            yield return new FlowStep("act", effect.Effect.Display, effect.Effect.Site);
        }
    }
}
