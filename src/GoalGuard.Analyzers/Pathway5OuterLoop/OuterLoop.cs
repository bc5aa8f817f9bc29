using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analyzers.Pathway1Imitation;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>How a loop is judged.</summary>
/// <param name="IsLowered">True for an info.</param>
/// <param name="Text">What bounds the rounds, for the message.</param>
internal sealed record OuterVerdict(bool IsLowered, string Text);

/// <summary>A loop in which a score chooses what goes on: what is proposed, what it is scored by, and where that chooses.</summary>
internal abstract record OuterLoop(LoopFact Loop, Ranking Ranking)
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The act that counts; null if there is none.</summary>
    public abstract Trial? ActOf(Trials trials);

    /// <summary>Null where a precaution silences.</summary>
    public abstract OuterVerdict? Judge(Trials trials, RoundsVerdict? unbounded, LoopFact loop);

    /// <summary>Each round waits for a person, who may stop it.</summary>
    protected static bool WaitsForPerson(LoopFact loop) => loop.Bounds.Any(bound => bound.Kind == BoundKind.Person);

    /// <summary>The call that proposes: what the score is about, else what goes round, else what is asked.</summary>
    public Origin Candidate { get; } = Proposed(Loop, Ranking.By);

    private static Origin Proposed(LoopFact loop, Fact by)
    {
        var outputs = loop.Models.Select(use => use.Output).ToImmutableArray();
        return by.Relations.About.FirstOrDefault(outputs.Contains)
            ?? loop.Carried.FirstOrDefault(origin => !origin.Equals(by.Origin))
            ?? loop.Carried.FirstOrDefault() ?? outputs[0];
    }

    public string CandidateText => Candidate.Name + (Candidate.Inferred ? " (inferred)" : "");

    public string ScoreText => Ranking.By.Origin.Name + (Ranking.By.Origin.Inferred ? " (inferred)" : "");

    public string SelectionText => Ranking.Kind switch
    {
        RankingKind.Taken => "takes the best",
        RankingKind.Kept => "keeps the better",
        RankingKind.Dropped => "drops the others",
        _ => "says when to stop",
    };

    /// <summary>Candidates, score and selection, with the hops between them; the act comes after them.</summary>
    public ImmutableArray<FlowStep> Steps()
    {
        var steps = new List<FlowStep> { new("source", "candidates: model output of " + Candidate.Name, Candidate.Site) };
        Add(Loop.Models.SelectMany(use => use.Asked.Facts).FirstOrDefault(fact => fact.Origin.Equals(Candidate))?.Trace);
        if (!Ranking.By.Origin.Equals(Candidate))
        {
            steps.Add(new FlowStep("hop", "score: " + Ranking.By.Origin.Name, Ranking.By.Origin.Site));
        }

        Add(Ranking.By.Trace);
        steps.Add(new FlowStep("hop", "selection: " + SelectionText, Ranking.Site));
        return steps.ToImmutableArray();

        void Add(Trace? trace)
        {
            foreach (var step in trace?.Steps() ?? ImmutableArray<FlowStep>.Empty)
            {
                if (step.Kind == "hop" && !steps.Any(known => known.Site.Equals(step.Site)))
                {
                    steps.Add(step);
                }
            }
        }
    }
}
