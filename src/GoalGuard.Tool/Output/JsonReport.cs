using System.Text.Json;
using GoalGuard.Tool.Findings;
using GoalGuard.Tool.Scanning;

namespace GoalGuard.Tool.Output;

/// <summary>The report for machines.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
    };

    public static string Write(ScanResult result) => JsonSerializer.Serialize(
        new
        {
            Version = 1,
            Complete = result.IsComplete,
            BuildSucceeded = result.BuildSucceeded,
            Findings = result.Findings.Select(finding => Finding(finding, result)),
            Accepted = result.Suppressed.Select(finding => Finding(finding, result)),
            Inventory = result.Inventory.Select(entry => Entry(entry, result)),
            Limits = result.Limits.Select(limit => Limit(limit, result)),
            Projects = result.Projects.Select(project => Project(project, result)),
            Outside = result.Outside.Select(result.Relative),
            BuildErrors = result.BuildErrors.Select(error => error.Text),
        },
        Options);

    private static object Finding(Report finding, ScanResult result) => new
    {
        finding.Id,
        Level = finding.Level == Level.Warning ? "warning" : "info",
        finding.Pathway,
        finding.Message,
        Place = At(finding.Place, result),
        Steps = finding.Steps.Select(step => new { step.Kind, step.Text, Place = step.Place is { } place ? At(place, result) : null }),
        Effect = finding.Property("effect"),
        Source = finding.Property("source"),
        Domain = finding.Property("domain"),
        Confidence = finding.Property("confidence"),
        Fingerprint = finding.Property("fingerprint"),
        Project = result.Relative(finding.Project),
        finding.Frameworks,
    };

    private static object Entry(Report entry, ScanResult result) => new
    {
        Kind = entry.Property("kind"),
        Symbol = entry.Property("symbol"),
        Library = entry.Property("library"),
        Export = entry.Property("export"),
        Place = At(entry.Place, result),
        Project = result.Relative(entry.Project),
        entry.Frameworks,
    };

    private static object Limit(Report limit, ScanResult result) => new
    {
        limit.Message,
        Place = At(limit.Place, result),
        Project = result.Relative(limit.Project),
        limit.Frameworks,
    };

    private static object Project(ScannedProject project, ScanResult result) => new
    {
        Path = result.Relative(project.File),
        project.Framework,
        State = project.State switch
        {
            ProjectState.Analysed => "analysed",
            ProjectState.Skipped => "skipped",
            _ => "notAnalysed",
        },
        project.Reason,
    };

    private static object At(Place place, ScanResult result) => new { File = result.Relative(place.File), place.Line, place.Column };
}
