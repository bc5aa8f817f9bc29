namespace GoalGuard.Analysis.Flow;

/// <summary>A part of a parameter, of the receiver, or static state: what is put into the one that a member gives back is in the part.</summary>
/// <param name="Parameter">The parameter, the receiver, or <see cref="StateValues.StaticOwner"/>.</param>
/// <param name="Path">The members on the way; of static state its name.</param>
public sealed record OwnedPart(int Parameter, string Path);
