using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>
/// GG6025: what a model chose decides whether a guard in front of an effect is used. It goes by what the value does: whatever it is called, a guard of the effect is left out
/// on one answer. Instead of the rule of the effect, which that guard would silence. One report for each parameter.
/// </summary>
internal sealed class GG6025SwitchableGuard(Engine engine, DiagnosticFactory factory)
{
    /// <summary>The rule of the effects before which a dry run is a precaution.</summary>
    private static readonly FlowRule Outside = new GG6008OutsideAct();

    private readonly Dictionary<Origin, Switched> _switches = new();

    /// <summary>What a model's choice leaves open.</summary>
    private sealed record Switched(SourceSpan At, string Member, List<FlowStep> Steps, List<Role> Effects)
    {
        public Guard Guards { get; set; }

        /// <summary>What a library protects by, where that is what is switched.</summary>
        public string? Protection { get; set; }
    }

    /// <summary>Takes down a flow that is open only because a model may leave out the guard.</summary>
    public void See(Bypass bypass, Finding finding, string member) =>
        Add(bypass, finding.At, member, finding.Act.Effect, new FlowStep("act", finding.Act.Display, finding.Act.Site));

    /// <summary>Takes down the protections of libraries that a model switches.</summary>
    public void See(IEnumerable<Finding> findings, string member)
    {
        foreach (var finding in findings.Where(finding => Protections.Is(finding.Act)))
        {
            foreach (var fact in finding.Facts.Facts.Where(fact => fact.Origin is { IsConcrete: true, IsAny: false } && !Has(fact.Guards, Guard.Approved)))
            {
                var isOfTools = finding.Act.Note == Protections.DisabledTools;
                var step = new FlowStep("act", finding.Act.Display, finding.Act.Site);
                Add(new Bypass(Guard.None, fact.Origin, true), finding.At, member, isOfTools ? Role.EffectTool : Role.EffectNetwork, step).Protection
                    ??= isOfTools ? "the absence of tools that ship disabled" : "the validation of certificates";
            }
        }
    }

    /// <summary>Takes down the effects of a tool which nothing flows into, but which a model may have without asking anybody.</summary>
    public void See(ISymbol tool, MethodResult result, string member, CancellationToken cancellation)
    {
        foreach (var site in result.ToolSites.Where(site => site is { IsApproved: false, Unless: not null }))
        {
            var effects = engine.Reach.Of(tool, cancellation).Effects.Where(effect => effect.IsMutating && effect.Role != Role.EffectTool && effect.Path[0].At == site.At);
            foreach (var effect in effects.Where(effect => site.Unless!.Guard != Guard.DryRun || Outside.Effects.Contains(effect.Role)))
            {
                Add(site.Unless!, site.At, member, effect.Role, new FlowStep("act", effect.Display, effect.Site));
            }
        }
    }

    private Switched Add(Bypass bypass, SourceSpan at, string member, Role effect, FlowStep act)
    {
        if (!_switches.TryGetValue(bypass.By, out var known))
        {
            _switches[bypass.By] = known = new Switched(at, member, new List<FlowStep>(), new List<Role>());
        }

        known.Guards |= bypass.Guard;
        if (!known.Steps.Exists(step => step.Site == act.Site))
        {
            known.Steps.Add(act);
            known.Effects.Add(effect);
        }

        return known;
    }

    public IEnumerable<Diagnostic> Report(SyntaxTree tree)
    {
        foreach (var pair in _switches.OrderBy(pair => Place(pair.Key, pair.Value, tree).Start).ThenBy(pair => pair.Key.Name, StringComparer.Ordinal))
        {
            yield return Create(pair.Key, pair.Value, tree);
        }
    }

    /// <summary>The parameter, where it stands in this file; else what is done without the guard.</summary>
    private static SourceSpan Place(Origin by, Switched switched, SyntaxTree tree) =>
        by.Kind == FactKind.ToolInput && by.Site.Path == tree.FilePath ? by.Site : switched.At;

    private Diagnostic Create(Origin by, Switched switched, SyntaxTree tree)
    {
        var who = by.Kind == FactKind.ToolInput ? $"Tool parameter '{by.Name}'" : $"Model output of {by.Name}";
        var source = new FlowStep("source", by.Kind == FactKind.ToolInput ? $"tool parameter '{by.Name}'" : by.Name, by.Site);
        var steps = switched.Steps.Prepend(source).ToImmutableArray();
        var properties = DiagnosticFactory.Properties(Descriptors.GG6025).AddRange(new Dictionary<string, string?>
        {
            ["effect"] = string.Join(",", switched.Effects.Select(FlowRule.EffectName).Distinct()),
            ["source"] = by.Kind == FactKind.ToolInput ? "tool-parameter" : "model-output",
            ["domain"] = "open",
            ["confidence"] = by.Inferred ? "inferred" : "certain",
            ["steps"] = string.Join("\n", steps.Select(step => step.Kind + "|" + step.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(string.Join("|", "GG6025", switched.Member, by.Name)),
        });
        return factory.Create(
            Descriptors.GG6025, factory.Locate(Place(by, switched, tree), tree), false, steps.Select(step => factory.Locate(step.Site, tree)), properties,
            who, switched.Guards == Guard.None ? switched.Protection! : NameOf(switched.Guards), string.Join(", ", switched.Steps.Select(step => step.Text).Distinct().Take(3)));
    }

    private static string NameOf(Guard guards) =>
        Has(guards, Guard.Approved) ? "a confirmation"
        : Has(guards, Guard.Sandboxed) ? "a sandbox"
        : Has(guards, Guard.DryRun) ? "a dry run"
        : Has(guards, Guard.Confined | Guard.FileName) ? "the confinement of a path"
        : Has(guards, Guard.HostChecked) ? "the check of a host"
        : Has(guards, Guard.AllowedVerb | Guard.SingleStatement) ? "the check of a statement"
        : "an allow-list";

    private static bool Has(Guard guards, Guard any) => (guards & any) != Guard.None;
}
