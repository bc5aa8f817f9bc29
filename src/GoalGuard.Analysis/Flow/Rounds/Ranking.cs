namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>What a score or verdict does in a loop.</summary>
internal enum RankingKind
{
    /// <summary>One or some of many are taken by it, and a later round is about them.</summary>
    Taken,

    /// <summary>It decides what is kept: a better one replaces what was kept before.</summary>
    Kept,

    /// <summary>It decides what is followed further.</summary>
    Dropped,

    /// <summary>It ends the loop: good enough.</summary>
    Goal,
}

/// <summary>A place in a loop where a score or verdict chooses.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Site">The selection or condition.</param>
/// <param name="By">The score or verdict.</param>
/// <param name="ComesBack">True if the call that proposed what is scored is asked about what the score chose.</param>
internal sealed record Ranking(RankingKind Kind, SourceSpan Site, Fact By, bool ComesBack = false);
