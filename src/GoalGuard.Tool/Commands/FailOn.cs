namespace GoalGuard.Tool.Commands;

/// <summary>The least level at which findings make the command fail.</summary>
internal enum FailOn
{
    Warning,
    Info,
    Never,
}
