using GoalGuard.Tool.Scanning;
using Spectre.Console;

namespace GoalGuard.Tool.Output;

/// <summary>How far the scan got with each project, and what stopped the build.</summary>
internal static class ProjectsSection
{
    private const int ShownErrors = 5;

    private static readonly (ProjectState State, string Title)[] States =
    [
        (ProjectState.Analysed, "analysed"),
        (ProjectState.Skipped, "skipped"),
        (ProjectState.NotAnalysed, "[red]NOT ANALYSED[/]"),
    ];

    public static void Write(IAnsiConsole console, ScanResult result)
    {
        TextReport.Heading(console, "Projects");
        foreach (var (state, title) in States)
        {
            foreach (var project in result.Projects.Where(project => project.State == state))
            {
                console.MarkupLine($"  {title} {Terminal.Inert(result.Relative(project.File))}{Framework(project)}{Reason(project)}");
            }
        }

        foreach (var project in result.Outside)
        {
            console.MarkupLine($"  in no solution {Terminal.Inert(result.Relative(project))}: it was not built");
        }

        WriteBuildErrors(console, result);
        console.WriteLine();
    }

    private static string Framework(ScannedProject project) =>
        project.Framework.Length > 0 ? $" ({Terminal.Inert(project.Framework)})" : "";

    private static string Reason(ScannedProject project) => project.Reason is { } reason ? $": {Terminal.Inert(reason)}" : "";

    private static void WriteBuildErrors(IAnsiConsole console, ScanResult result)
    {
        if (result.BuildSucceeded)
        {
            return;
        }

        console.MarkupLine("  [red]The build failed.[/] Its first errors:");
        foreach (var error in result.BuildErrors.Take(ShownErrors))
        {
            console.MarkupLine($"    {Terminal.Inert(error.Text)}");
        }

        Remainder.Write(console, result.BuildErrors.Count - ShownErrors);
    }
}
