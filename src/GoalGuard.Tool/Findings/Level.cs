namespace GoalGuard.Tool.Findings;

/// <summary>GoalGuard's own rating of a report, whatever severity the repository has configured.</summary>
internal enum Level
{
    Info,
    Warning,
}
