using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>GG5002: the best of several answers of a model, by a score that a model gave, is taken and handed on.</summary>
internal sealed class GG5002BestOfN(DiagnosticFactory factory, Func<SourceSpan, Origin, bool> isKnown)
{
    public IEnumerable<Diagnostic> Report(IEnumerable<Finding> picks, SyntaxTree tree, string member)
    {
        var ordinal = 0;
        foreach (var group in picks.Where(pick => pick.At.Path == tree.FilePath).GroupBy(pick => pick.Act.Site).OrderBy(group => group.First().At.Start))
        {
            var facts = group.Aggregate(FactSet.Empty, (all, pick) => all.Join(pick.Facts));
            if (facts.Facts.FirstOrDefault(Scores.Is) is { } score && !isKnown(group.Key, score.Origin) && Candidate(facts, score) is { } candidate)
            {
                yield return Create(group.First(), candidate, score, tree, member, ordinal++);
            }
        }
    }

    /// <summary>A candidate that a model made; of those that it only rated, nobody knows whether they are actions.</summary>
    private static Origin? Candidate(FactSet facts, Fact score) =>
        facts.Facts.FirstOrDefault(fact => (fact.Guards & Guard.NotText) == 0 && fact.Origin.Kind == FactKind.ModelOutput)?.Origin
        ?? score.Relations.About.FirstOrDefault(origin => origin.Kind == FactKind.ModelOutput);

    private Diagnostic Create(Finding pick, Origin candidate, Fact score, SyntaxTree tree, string member, int ordinal)
    {
        var fact = pick.Facts.Facts.FirstOrDefault(each => each.Origin.Equals(candidate));
        var steps = ChoiceSteps.Of(fact, score, pick.Act.Site, pick.Below).Add(new FlowStep("act", pick.Act.Display, pick.Act.Site));
        var properties = DiagnosticFactory.Properties(Descriptors.GG5002).AddRange(new Dictionary<string, string?>
        {
            ["effect"] = "selection",
            ["source"] = "model-output",
            ["domain"] = "open",
            ["confidence"] = score.Origin.Inferred ? "inferred" : "certain",
            ["steps"] = string.Join("\n", steps.Select(step => step.Kind + "|" + step.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(string.Join("|", "GG5002", member, candidate.Name, score.Origin.Name, pick.Act.Symbol, ordinal)),
        });
        return factory.Create(
            Descriptors.GG5002, Location.Create(tree, new Microsoft.CodeAnalysis.Text.TextSpan(pick.At.Start, pick.At.Length)), isLowered: true,
            steps.Select(step => factory.Locate(step.Site, tree)), properties, pick.Act.Display, "what " + candidate.Name + " answered", score.Origin.Name + (score.Origin.Inferred ? " (inferred)" : ""));
    }
}
