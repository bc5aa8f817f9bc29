using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analyzers.Pathway1Imitation;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>
/// GG5003: a search over what a model proposes or rates. Several candidates are there at a time, those that a score puts first are followed, and what comes of them is
/// searched in turn.
/// </summary>
internal sealed record GG5003Search(LoopFact Loop, Ranking Ranking) : OuterLoop(Loop, Ranking)
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG5003;

    public static GG5003Search? Of(LoopFact loop)
    {
        var ranking = loop.Rankings.FirstOrDefault(ranking => ranking.Kind == RankingKind.Taken && (ranking.ComesBack || !loop.Carried.IsEmpty))
            ?? (loop.Frontier is null ? null : loop.Rankings.FirstOrDefault(ranking => ranking.Kind != RankingKind.Goal && IsAboutBranches(loop, ranking)));
        return ranking is null ? null : new GG5003Search(loop, ranking);
    }

    /// <summary>Not what else is scored on the way: what goes round is, or nothing that a model wrote goes round.</summary>
    private static bool IsAboutBranches(LoopFact loop, Ranking ranking) =>
        loop.Carried.IsEmpty || loop.Carried.Contains(ranking.By.Origin) || ranking.By.Relations.About.Any(about => loop.Carried.Contains(about));

    /// <summary>A round's, or what is done with the outcome.</summary>
    public override Trial? ActOf(Trials trials) => trials.Act;

    public override OuterVerdict? Judge(Trials trials, RoundsVerdict? unbounded, LoopFact loop) =>
        trials.IsApproved || WaitsForPerson(loop) ? null
        : new OuterVerdict(trials.Act is null || unbounded is not { IsLowered: false }, unbounded?.Text ?? "the rounds are bounded");
}
