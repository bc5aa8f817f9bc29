using GoalGuard.Tool.Findings;
using GoalGuard.Tool.Sarif;

namespace GoalGuard.Tool.Scanning;

/// <summary>From a path to what GoalGuard says about the programs there.</summary>
internal static class Scanner
{
    public static async Task<ScanResult> ScanAsync(ScanRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        using var folder = new ScanFolder();
        var targets = await BuildTargetFinder.FindAsync(request.Path, folder, cancellation);
        var outcomes = new List<BuildOutcome>();
        foreach (var target in targets)
        {
            progress.Report($"Building {Path.GetFileName(target.File)}");
            outcomes.Add(await new RepositoryBuild(request, folder).RunAsync(target, cancellation));
        }

        var projects = new ProjectLedger(ScanNotes.Read(folder)).Close(targets.SelectMany(target => target.Projects));
        return new ScanResult(
            request.Root,
            FrameworkMerge.Merge(projects.SelectMany(Reports)),
            projects,
            Outside(request, projects),
            outcomes.TrueForAll(outcome => outcome.Succeeded),
            [.. outcomes.SelectMany(outcome => outcome.Errors).Select(error => error.RelativeTo(request.Root)).Distinct()]);
    }

    private static string[] Outside(ScanRequest request, IReadOnlyList<ScannedProject> projects) => Directory.Exists(request.Path)
        ? [.. BuildTargetFinder.ProjectsUnder(request.Path).Except(projects.Select(project => project.File))]
        : [];

    private static IEnumerable<Report> Reports(ScannedProject project) =>
        project.Log is { } log ? ReportReader.Read(log, project.File, project.Framework) : [];
}
