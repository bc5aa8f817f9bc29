namespace GoalGuard.Tool.Findings;

/// <summary>One station on the way from source to act: <c>source</c>, <c>hop</c>, <c>guard-missing</c> or <c>act</c>.</summary>
internal sealed record FlowStep(string Kind, string Text, Place? Place);
