using GoalGuard.Analysis;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analyzers.Pathway1Imitation;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>
/// GG5003 and GG5004: loops in which a score chooses what goes on. Of loops in each other the innermost is the one; a loop that is one of them, reported or not, is
/// no other rule's concern.
/// </summary>
internal sealed class OuterLoops(Engine engine, DiagnosticFactory factory)
{
    private readonly List<LoopFact> _known = new();
    private readonly List<LoopFact> _judged = new();

    /// <summary>True for a choice that belongs to a loop which is reported, or would be if nobody were asked: it is made there, or by the scores that choose there.</summary>
    public bool Makes(SourceSpan choice, Origin score) => Makes(_judged, choice, score);

    /// <summary>The same, or to a loop that is silent because its rounds are bounded and change nothing: the choice alone is no news then.</summary>
    public bool Knows(SourceSpan choice, Origin score) => Makes(_known, choice, score);

    private static bool Makes(List<LoopFact> loops, SourceSpan choice, Origin score) =>
        loops.Any(loop => loop.Header.Contains(choice) || loop.Rankings.Any(ranking => ranking.By.Origin.Equals(score)));

    /// <summary>True for a loop that is a search or an optimisation.</summary>
    public bool IsKnown(LoopFact loop) => _known.Any(known => known.Header == loop.Header);

    public IEnumerable<Diagnostic> Report(
        ImmutableArray<LoopFact> loops, ImmutableArray<Finding> findings, SyntaxTree tree, ISymbol member, CancellationToken cancellation)
    {
        var ordinal = 0;
        foreach (var loop in loops.Where(loop => loop.Header.Path == tree.FilePath && loop.Closes).OrderBy(loop => loop.Header.Length))
        {
            if (loop.Rankings.IsEmpty || _known.Any(known => loop.Header.Contains(known.Header)))
            {
                continue;
            }

            var trials = Trials.Of(engine, loop, findings, member, cancellation);
            if (((OuterLoop?)GG5003Search.Of(loop) ?? GG5004OptimiseUntil.Of(loop, trials)) is not { } outer)
            {
                continue;
            }

            _known.Add(loop);
            var verdict = outer.Judge(trials, RoundsVerdict.Of(loop, cancellation));
            if (verdict is not null || outer.IsApproved(trials))
            {
                _judged.Add(loop);
            }

            if (verdict is not null)
            {
                yield return Create(outer, verdict, trials, tree, member, ++ordinal);
            }
        }
    }

    private Diagnostic Create(OuterLoop outer, OuterVerdict verdict, Trials trials, SyntaxTree tree, ISymbol member, int ordinal)
    {
        var steps = outer.Steps();
        var done = outer.ActOf(trials);
        steps = done is { } act ? steps.Add(new FlowStep("act", act.Display, act.Site)) : steps;
        var key = string.Join("|", outer.Descriptor.Id, member.GetDocumentationCommentId() ?? member.Name, outer.Candidate.Name, outer.Ranking.By.Origin.Name, ordinal);
        var properties = DiagnosticFactory.Properties(outer.Descriptor).SetItem("level", verdict.IsLowered ? "I" : "W").AddRange(new Dictionary<string, string?>
        {
            ["effect"] = done?.Effect ?? "model-call",
            ["source"] = "model-output",
            ["domain"] = "open",
            ["confidence"] = outer.Candidate.Inferred || done is { Inferred: true } ? "inferred" : "certain",
            ["steps"] = string.Join("\n", steps.Select(each => each.Kind + "|" + each.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(key),
        });
        return factory.Create(
            outer.Descriptor, Location.Create(tree, LoopHeader.Of(tree, outer.Loop.Header)), verdict.IsLowered,
            steps.Select(each => factory.Locate(each.Site, tree)), properties,
            outer.CandidateText, outer.ScoreText, outer.SelectionText, Text(done), verdict.Text);
    }

    private static string Text(Trial? act) => act is null ? "nothing in sight acts on it" : $"{act.Display}{(act.Inferred ? " (inferred)" : "")} acts on it";
}
