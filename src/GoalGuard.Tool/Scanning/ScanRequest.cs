namespace GoalGuard.Tool.Scanning;

/// <summary>What is scanned, and how its build is called.</summary>
internal sealed record ScanRequest(string Path, string? Configuration, IReadOnlyList<string> Properties, bool Restore)
{
    /// <summary>Places are shown relative to this folder.</summary>
    public string Root => Directory.Exists(Path) ? Path : System.IO.Path.GetDirectoryName(Path)!;
}
