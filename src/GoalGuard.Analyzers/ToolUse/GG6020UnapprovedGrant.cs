using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>
/// GG6020: a tool that changes something is handed to a model, and nobody is asked before it runs. One report for each hand-over. Of the tools of a server, whose client
/// decides about approval, those with a hint that denies what they do.
/// </summary>
internal sealed class GG6020UnapprovedGrant(Engine engine, DiagnosticFactory factory)
{
    private const string Approval = "an approval of the tool, or a filter that can refuse the call";
    private const string Hint = "a hint that admits it, so that a client asks";

    /// <summary>A tool of a grant, with what it may bring about.</summary>
    private sealed record Effectful(string Name, ImmutableArray<FlowStep> Way, ImmutableArray<RatedEffect> Effects, bool MayBeAsked);

    public IEnumerable<Diagnostic> Report(IEnumerable<Finding> findings, SyntaxTree tree, string member, CancellationToken cancellation)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var grant in Grant.Of(engine, findings, tree, FactKind.Tool, Guard.Approved, cancellation))
        {
            var tools = grant.Tools.Select(fact => Rate(fact, cancellation)).Where(tool => !tool.Effects.IsEmpty).ToList();
            if (tools.Count > 0 && !IsAskedAbout(grant, cancellation))
            {
                var key = string.Join(",", tools.Select(tool => tool.Name)) + "|" + grant.Act.Symbol;
                ordinals[key] = ordinals.TryGetValue(key, out var ordinal) ? ordinal + 1 : 0;
                yield return Create(grant.At, $"{Names(tools)} reached by {grant.Act.Display}", Approval, tools, tree, member, key + "|" + ordinals[key]);
            }
        }
    }

    /// <summary>A filter stands in between, or the program carries out the calls itself and asks before.</summary>
    private bool IsAskedAbout(Grant grant, CancellationToken cancellation) =>
        engine.Filters.Cover(grant.At, cancellation) || (grant.Act.Symbol.StartsWith("P:", StringComparison.Ordinal) && engine.HandDispatch.AsksAlways(cancellation));

    /// <summary>A method that a server offers as a tool, with a hint that denies an effect of it.</summary>
    public Diagnostic? Report(IMethodSymbol method, SyntaxTree tree, string member, CancellationToken cancellation)
    {
        if (DenyingHint.Of(engine, method, cancellation) is not { } hint || hint.At.Path != tree.FilePath)
        {
            return null;
        }

        var tool = new Effectful(method.Name, ImmutableArray.Create(new FlowStep("source", $"tool '{method.Name}'", hint.At)), hint.Effects, MayBeAsked: false);
        return Create(hint.At, $"Tool '{method.Name}' that says {hint.Text}", Hint, new List<Effectful> { tool }, tree, member, hint.Text);
    }

    private Effectful Rate(Fact fact, CancellationToken cancellation) => new(
        fact.Origin.Name, fact.Trace?.Steps() ?? ImmutableArray<FlowStep>.Empty, ToolRating.Of(engine, fact.Origin, cancellation), Grant.MayBeAsked(fact));

    private Diagnostic Create(SourceSpan at, string what, string missing, List<Effectful> tools, SyntaxTree tree, string member, string key)
    {
        var effects = tools.SelectMany(tool => tool.Effects).ToList();
        var isLowered = tools.All(tool => tool.MayBeAsked || tool.Effects.All(effect => effect.IsLimited));
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
            Descriptors.GG6020, factory.Locate(at, tree), isLowered, steps.Select(step => factory.Locate(step.Site, tree)), properties,
            what, string.Join(", ", effects.Select(effect => effect.Effect.Display).Distinct().Take(3)), isLowered ? "limited" : "open", missing);
    }

    private static string Names(List<Effectful> tools) =>
        (tools.Count == 1 ? "Tool " : "Tools ") + string.Join(", ", tools.Take(3).Select(tool => $"'{tool.Name}'")) + (tools.Count > 3 ? $" and {tools.Count - 3} more" : "");

    /// <summary>The tool on its way to the grant, then the calls down to each effect.</summary>
    private static IEnumerable<FlowStep> Steps(Effectful tool)
    {
        foreach (var step in tool.Way)
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
