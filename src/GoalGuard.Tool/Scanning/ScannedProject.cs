using GoalGuard.Tool.Sarif;

namespace GoalGuard.Tool.Scanning;

internal enum ProjectState
{
    Analysed,

    /// <summary>Written in another language; GoalGuard has nothing to say about it.</summary>
    Skipped,

    /// <summary>Nothing is known about it, least of all that it is clean.</summary>
    NotAnalysed,
}

/// <summary>
/// A project (or the source file of a file-based program) in one target framework, how far the scan got with it, and why no
/// further. There may be a <paramref name="Log"/> even where it does not compile.
/// </summary>
internal sealed record ScannedProject(string File, string Framework, ProjectState State, string? Reason, CompilerLog? Log)
{
    public string Name => Path.GetFileNameWithoutExtension(File);
}
