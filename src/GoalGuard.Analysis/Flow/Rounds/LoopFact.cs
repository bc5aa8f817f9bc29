using GoalGuard.Analysis.Flow.Loops;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>A bound of a loop, or what looks like one, without operations and symbols.</summary>
/// <param name="Kind">What makes it come.</param>
/// <param name="Limit">Where its limit comes from.</param>
/// <param name="Site">The condition, or the call that throws, waits or asks.</param>
/// <param name="MayBeInfinite">True if a setting can take it away.</param>
/// <param name="Reason">Why it is none; null for a bound.</param>
internal sealed record BoundFact(BoundKind Kind, LimitKind Limit, SourceSpan Site, bool MayBeInfinite, NearMissReason? Reason = null);

/// <summary>A condition in a loop that a model's words have part in.</summary>
/// <param name="Site">The condition.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="Ends">True if it may end the loop.</param>
internal sealed record DecidingFact(SourceSpan Site, FactSet Facts, bool Ends);

/// <summary>A call that is given something of what a model answered.</summary>
/// <param name="Site">The call.</param>
/// <param name="Facts">What is known of that.</param>
internal sealed record GivenCall(SourceSpan Site, FactSet Facts);

/// <summary>What makes another round.</summary>
internal enum LoopKind
{
    /// <summary>A statement, or a jump.</summary>
    Statement,

    /// <summary>A member that calls itself, directly or through others.</summary>
    Recursion,

    /// <summary>Edges of a graph of steps that lead back.</summary>
    Edges,
}

/// <summary>A loop that asks a model.</summary>
/// <param name="Kind">What makes another round.</param>
/// <param name="Header">The loop, as it is written; where it is written with jumps, where each round begins; of a recursion, the call that comes back; of a graph, the edge that closes the cycle.</param>
/// <param name="Models">The model calls in it.</param>
/// <param name="Carried">Those whose output goes into a model call of a later round.</param>
/// <param name="Deciding">The conditions in it that a model's words of this loop have part in.</param>
/// <param name="Bounds">What bounds it.</param>
/// <param name="NearMisses">What looks like it.</param>
internal sealed record LoopFact(
    LoopKind Kind, SourceSpan Header, ImmutableArray<ModelUse> Models, ImmutableArray<Origin> Carried, ImmutableArray<DecidingFact> Deciding,
    ImmutableArray<BoundFact> Bounds, ImmutableArray<BoundFact> NearMisses)
{
    /// <summary>Of members that call each other, true for the call back to the one that others enter by; true for any other loop.</summary>
    public bool Closes { get; init; } = true;

    /// <summary>Where scores choose in it.</summary>
    public ImmutableArray<Ranking> Rankings { get; init; } = ImmutableArray<Ranking>.Empty;

    /// <summary>Where it takes something out of what is still to be looked at, or calls itself for each of several; null if only one thing goes round.</summary>
    public SourceSpan? Frontier { get; init; }

    /// <summary>The calls of the member, in the loop or not, that are given what its models answered.</summary>
    public ImmutableArray<GivenCall> Given { get; init; } = ImmutableArray<GivenCall>.Empty;

    /// <summary>Of a graph of steps, the members of this program that run in each round.</summary>
    public ImmutableArray<IMethodSymbol> Members { get; init; } = ImmutableArray<IMethodSymbol>.Empty;
}
