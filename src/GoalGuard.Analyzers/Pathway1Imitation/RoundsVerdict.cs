using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Flow.Rounds;

namespace GoalGuard.Analyzers.Pathway1Imitation;

/// <summary>Whether the rounds of a loop end for certain, and what to say if they do not.</summary>
/// <param name="IsLowered">True where something may end them.</param>
/// <param name="Text">What the message says.</param>
internal sealed record RoundsVerdict(bool IsLowered, string Text)
{
    /// <summary>Null for a loop that ends, or that waits for somebody in each round.</summary>
    public static RoundsVerdict? Of(LoopFact loop, CancellationToken cancellation)
    {
        // A tick brings nothing: what the round before left is what the next one is about.
        var bounds = loop.Bounds.RemoveAll(bound => bound.Kind == BoundKind.Tick && !loop.Carried.IsEmpty);
        if (bounds.Any(bound => bound.Kind != BoundKind.HostToken && bound.IsCertain(cancellation)))
        {
            return null;
        }

        return bounds.FirstOrDefault(bound => bound.Kind != BoundKind.HostToken) is { } settable
                ? new RoundsVerdict(true, $"its bound ({Name(settable.Kind)}) may be infinite")
            : !bounds.IsEmpty ? new RoundsVerdict(true, "it ends with the host alone")
            : loop.NearMisses.Select(Lowered).FirstOrDefault(text => text is not null) is { } near ? new RoundsVerdict(true, near)
            : new RoundsVerdict(false, "nothing bounds the rounds" + loop.NearMisses.Select(Why).FirstOrDefault(text => text is not null));
    }

    private static string? Lowered(BoundFact miss) => miss.Reason switch
    {
        NearMissReason.AdvancedOnSomeBranches => $"its {Name(miss.Kind)} moves on some ways round only",
        NearMissReason.ExitOnSomeBranches => $"its {Name(miss.Kind)} is asked on some ways round only",
        NearMissReason.TokenOnlyPassed => "its cancellation token is only passed along",
        _ => null,
    };

    private static string? Why(BoundFact miss) => miss.Reason switch
    {
        NearMissReason.NeverAdvanced => ": what is compared never moves",
        NearMissReason.Reset => ": what should count is set anew in each",
        NearMissReason.WrongDirection => ": what counts moves away from its limit",
        NearMissReason.LimitMoves => ": the limit moves as well",
        NearMissReason.LimitIsInfinite => ": the limit is the largest number there is",
        NearMissReason.CollectionExtended => ": what is worked off grows in them",
        NearMissReason.CancellationSwallowed => ": cancellation is caught and ignored",
        NearMissReason.NeverCancelled => ": nobody can cancel the token",
        _ => null,
    };

    private static string Name(BoundKind kind) => kind switch
    {
        BoundKind.Counter or BoundKind.Framework => "counter",
        BoundKind.Budget => "budget",
        BoundKind.Deadline => "deadline",
        BoundKind.CallerToken or BoundKind.HostToken => "cancellation token",
        BoundKind.Person => "person",
        _ => "collection",
    };
}
