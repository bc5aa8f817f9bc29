using GoalGuard.Tool.Findings;

namespace GoalGuard.Tool.Scanning;

/// <summary>
/// All that one scan has to say. Places are shown relative to <paramref name="Root"/>; <paramref name="Outside"/> are projects
/// of a scanned folder that none of its solutions builds.
/// </summary>
internal sealed record ScanResult(
    string Root,
    IReadOnlyList<Report> Reports,
    IReadOnlyList<ScannedProject> Projects,
    IReadOnlyList<string> Outside,
    bool BuildSucceeded,
    IReadOnlyList<BuildError> BuildErrors)
{
    public IEnumerable<Report> Findings => Reports.Where(report => report.IsFinding);

    public IEnumerable<Report> Inventory => Reports.Where(report => report.Id == RuleIds.Inventory);

    public IEnumerable<Report> Limits => Reports.Where(report => report.Id == RuleIds.Limit);

    public IEnumerable<Report> Suppressed => Reports.Where(report => report.IsSuppressed);

    public bool AnalysedAnything => Projects.Any(project => project.State == ProjectState.Analysed);

    public bool IsComplete => BuildSucceeded && AnalysedAnything && Projects.All(project => project.State != ProjectState.NotAnalysed);

    /// <summary>A path as a reader of the report knows it: below the root with forward slashes.</summary>
    public string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');
}
