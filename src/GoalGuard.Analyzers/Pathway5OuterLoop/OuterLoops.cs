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
    private readonly List<SourceSpan> _known = new();

    /// <summary>True for a loop that is a search or an optimisation.</summary>
    public bool IsKnown(LoopFact loop) => _known.Contains(loop.Header);

    public IEnumerable<Diagnostic> Report(
        ImmutableArray<LoopFact> loops, ImmutableArray<Finding> findings, SyntaxTree tree, ISymbol member, CancellationToken cancellation)
    {
        var ordinal = 0;
        foreach (var loop in loops.Where(loop => loop.Header.Path == tree.FilePath && loop.Closes).OrderBy(loop => loop.Header.Length))
        {
            if (loop.Rankings.IsEmpty || _known.Any(loop.Header.Contains))
            {
                continue;
            }

            var trials = Trials.Of(engine, loop, findings, member, cancellation);
            if (((OuterLoop?)GG5003Search.Of(loop) ?? GG5004OptimiseUntil.Of(loop, trials)) is not { } outer)
            {
                continue;
            }

            _known.Add(loop.Header);
            if (outer.Judge(trials, RoundsVerdict.Of(loop), loop) is { } verdict)
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
