using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analyzers.Pathway1Imitation;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>GG5004: one candidate at a time is proposed, tried or rated, and kept if it is better, until it is good enough.</summary>
internal sealed record GG5004OptimiseUntil(LoopFact Loop, Ranking Ranking) : OuterLoop(Loop, Ranking)
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG5004;

    public static GG5004OptimiseUntil? Of(LoopFact loop, Trials trials)
    {
        var ranking = loop.Rankings.FirstOrDefault(ranking => ranking.Kind != RankingKind.Dropped && IsMeasured(loop, ranking, trials));
        return ranking is null ? null : new GG5004OptimiseUntil(loop, ranking);
    }

    /// <summary>
    /// A score that another call gave, or how a trial of what was proposed went. What an answer says of itself, and a verdict in words, is the model's own
    /// word for stopping; what is kept and never goes round again is a choice among several, and no loop's concern.
    /// </summary>
    private static bool IsMeasured(LoopFact loop, Ranking ranking, Trials trials)
    {
        var about = loop.Models.Any(use => !use.Output.Equals(ranking.By.Origin) && ranking.By.Relations.About.Contains(use.Output));
        var goesOn = ranking.Kind == RankingKind.Goal || loop.Carried.Any(origin => ranking.By.Relations.About.Contains(origin));
        return goesOn && (ranking.By.Origin.Kind == FactKind.Measurement
            ? about || (ranking.Kind == RankingKind.Goal && (trials.InRound is not null || trials.IsGuarded))
            : about && (ranking.By.Traits & (Traits.Number | Traits.Grade)) != Traits.None);
    }

    /// <summary>A trial's: what is done with the outcome is the concern of other rules.</summary>
    public override Trial? ActOf(Trials trials) => trials.InRound;

    public override OuterVerdict? Judge(Trials trials, RoundsVerdict? unbounded, LoopFact loop) =>
        trials.IsApproved || WaitsForPerson(loop) || (trials.InRound is null && unbounded is null) ? null
        : new OuterVerdict(trials.InRound is null || unbounded is not { IsLowered: false }, unbounded?.Text ?? "the rounds are bounded");
}
