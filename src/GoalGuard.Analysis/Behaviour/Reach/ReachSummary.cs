using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>One step down to an effect: the member it happens in, and the call there, or at the end the effect itself.</summary>
public sealed record ReachHop(string Member, SourceSpan At);

/// <summary>An effect that a member has or may bring about, whatever data flows there: constant arguments count too.</summary>
/// <param name="Role">Its kind.</param>
/// <param name="Symbol">What performs it, as its entry writes it.</param>
/// <param name="Display">The same as a person writes it.</param>
/// <param name="Note">The note of the entry.</param>
/// <param name="IsMutating">False where it is known only to read.</param>
/// <param name="Path">A shortest way there: the calls, then the effect's own site.</param>
public sealed record ReachedEffect(Role Role, string Symbol, string Display, string? Note, bool IsMutating, ImmutableArray<ReachHop> Path)
{
    public SourceSpan Site => Path[Path.Length - 1].At;
}

/// <summary>What a member may bring about, nearest first. Holds ids, names and spans, never a symbol.</summary>
/// <param name="Effects">The effects, each with one witness.</param>
/// <param name="IsComplete">False if a cap was met: there may be more.</param>
public sealed record ReachSummary(ImmutableArray<ReachedEffect> Effects, bool IsComplete)
{
    public static readonly ReachSummary Empty = new(ImmutableArray<ReachedEffect>.Empty, true);
}
