namespace GoalGuard.Analysis.Flow;

/// <summary>A part of a parameter, or of the receiver: what is put into the one that a member gives back is in the part.</summary>
public sealed record OwnedPart(int Parameter, string Path);
