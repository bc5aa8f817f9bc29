using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>
/// GG5001 and GG5002: a model's score takes one of several candidates. What is done with it is reported at the act, what is only handed on where it is taken; a choice that is
/// reported with its loop is not reported again.
/// </summary>
internal sealed class GG5001ActionSelection(Engine engine, DiagnosticFactory factory, OuterLoops loops, LoopsAbove above)
{
    public IEnumerable<Diagnostic> Report(MethodResult result, SyntaxTree tree, string member)
    {
        var acts = result.Findings.Select(ChosenAct.Of).OfType<ChosenAct>().Where(act => IsChange(act.Finding)).ToList();
        var reports = acts.Where(act => act.Finding.Expression.Path == tree.FilePath && !act.IsApproved && !act.Choices.All(IsReported))
            .GroupBy(act => act.Finding.Expression).OrderBy(group => group.Key.Start).Select(group => group.First()).ToList();
        for (var i = 0; i < reports.Count; i++)
        {
            yield return Create(reports[i], tree, member, i);
        }

        var done = acts.SelectMany(act => act.Choices.Select(choice => choice.Site)).ToImmutableHashSet();
        foreach (var diagnostic in new GG5002BestOfN(factory, IsKnown).Report(result.Picks.Where(pick => !done.Contains(pick.Act.Site)), tree, member))
        {
            yield return diagnostic;
        }
    }

    private bool IsReported(Choice choice) => loops.Makes(choice.Site, choice.By.Origin) || above.Make(choice.Site, choice.By.Origin);

    private bool IsKnown(SourceSpan choice, Origin score) => loops.Knows(choice, score) || above.Know(choice, score);

    /// <summary>What only reads does nothing with the choice.</summary>
    private bool IsChange(Finding finding) =>
        finding.Act.Effect == Role.Act
        || (finding.Act.Effect.IsEffect() && engine.Knowledge.Entries(entry => entry.Role == finding.Act.Effect && entry.Symbol.Text == finding.Act.Symbol).All(Analysis.Behaviour.Reach.Mutation.IsByItself));

    private Diagnostic Create(ChosenAct act, SyntaxTree tree, string member, int ordinal)
    {
        var steps = act.Steps();
        var finding = act.Finding;
        var score = act.Choices[0].By.Origin;
        var key = string.Join("|", "GG5001", member, score.Name, finding.Act.Symbol, ordinal);
        var properties = DiagnosticFactory.Properties(Descriptors.GG5001).SetItem("level", act.IsLowered ? "I" : "W").AddRange(new Dictionary<string, string?>
        {
            ["effect"] = finding.Act is { Effect: Role.Act, Note: { } effect } ? effect : FlowRule.EffectName(finding.Act.Effect),
            ["source"] = "model-output",
            ["domain"] = act.IsClosed ? "closed" : "open",
            ["confidence"] = act.IsInferred ? "inferred" : "certain",
            ["steps"] = string.Join("\n", steps.Select(step => step.Kind + "|" + step.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(key),
        });
        return factory.Create(
            Descriptors.GG5001, Location.Create(tree, new Microsoft.CodeAnalysis.Text.TextSpan(finding.Expression.Start, finding.Expression.Length)), act.IsLowered,
            steps.Select(step => factory.Locate(step.Site, tree)), properties,
            finding.Act.Display + (finding.Act.Inferred ? " (inferred)" : ""), act.Candidates, score.Name + (score.Inferred ? " (inferred)" : ""), act.IsClosed ? "closed" : "open");
    }
}
