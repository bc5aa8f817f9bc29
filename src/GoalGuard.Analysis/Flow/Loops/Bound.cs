namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>What ends a loop after a while, whatever happens in it.</summary>
internal enum BoundKind
{
    /// <summary>A number that moves by a constant step.</summary>
    Counter,

    /// <summary>An amount that is used up: tokens, money.</summary>
    Budget,

    /// <summary>A clock, or a token whose source has a timeout.</summary>
    Deadline,

    /// <summary>The caller's cancellation, really checked.</summary>
    CallerToken,

    /// <summary>The host's stopping token: it ends with the process.</summary>
    HostToken,

    /// <summary>Each round waits for a person, or asks whether a key was pressed.</summary>
    Person,

    /// <summary>A collection that the loop does not add to.</summary>
    Collection,

    /// <summary>Each round handles something that comes from outside: a queue, a stream.</summary>
    OutsideItems,

    /// <summary>Each round waits for a timer, which brings nothing: what the round is about comes from elsewhere.</summary>
    Tick,

    /// <summary>A framework counts the rounds, or hands out what its own bounded run brings.</summary>
    Framework,
}

/// <summary>Where the limit comes from that a counter, budget or clock moves against.</summary>
internal enum LimitKind
{
    None,
    Constant,
    Parameter,

    /// <summary>A field or property.</summary>
    Setting,

    /// <summary>Something worked out before the loop.</summary>
    Computed,
}

/// <summary>An exit on every way round that comes for certain.</summary>
/// <param name="Kind">What makes it come.</param>
/// <param name="At">The condition, or the call that throws, waits or asks.</param>
/// <param name="Variable">What moves, or the token or collection; null where nothing has a name.</param>
/// <param name="Limit">What it moves against, for whoever knows whether a model said it; null where there is none.</param>
/// <param name="LimitKind">Where that comes from.</param>
/// <param name="MayBeInfinite">True if a setting or its default can take the bound away: -1, 0, the largest number, null.</param>
internal sealed record Bound(BoundKind Kind, IOperation At, ISymbol? Variable, IOperation? Limit = null, LimitKind LimitKind = LimitKind.None, bool MayBeInfinite = false);

/// <summary>Why something that looks like a bound is none.</summary>
internal enum NearMissReason
{
    /// <summary>The counter moves on some ways round only.</summary>
    AdvancedOnSomeBranches,

    /// <summary>The counter is compared and never moves.</summary>
    NeverAdvanced,

    /// <summary>The counter, clock or token source is set anew in the loop.</summary>
    Reset,

    /// <summary>It moves away from the limit.</summary>
    WrongDirection,

    /// <summary>The limit moves as well.</summary>
    LimitMoves,

    /// <summary>The limit is the largest number there is.</summary>
    LimitIsInfinite,

    /// <summary>Some ways round do not come to the exit.</summary>
    ExitOnSomeBranches,

    /// <summary>The loop adds to the collection it works off.</summary>
    CollectionExtended,

    /// <summary>A token is handed on and never asked.</summary>
    TokenOnlyPassed,

    /// <summary>Cancellation is caught in the loop, which goes on.</summary>
    CancellationSwallowed,

    /// <summary>Nobody can cancel this token.</summary>
    NeverCancelled,
}

/// <summary>Something that looks like a bound and is none.</summary>
internal sealed record NearMiss(BoundKind Kind, NearMissReason Reason, IOperation At, ISymbol? Variable);
