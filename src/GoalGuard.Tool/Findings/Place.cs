namespace GoalGuard.Tool.Findings;

/// <summary>A position in a source file. Lines and columns count from one; zero where the compiler named none.</summary>
internal sealed record Place(string File, int Line, int Column);
