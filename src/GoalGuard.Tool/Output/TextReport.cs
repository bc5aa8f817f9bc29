using GoalGuard.Tool.Scanning;
using Spectre.Console;

namespace GoalGuard.Tool.Output;

/// <summary>The report for a person: findings first, then what they rest on.</summary>
internal static class TextReport
{
    public static void Write(IAnsiConsole console, ScanResult result)
    {
        FindingsSection.Write(console, result);
        RecognisedSection.Write(console, result);
        LimitsSection.Write(console, result);
        ProjectsSection.Write(console, result);
        console.MarkupLine($"[bold]{Verdict(result)}[/]");
    }

    public static void Heading(IAnsiConsole console, string title) =>
        console.MarkupLine($"[bold underline]{Terminal.Inert(title)}[/]");

    private static string Verdict(ScanResult result)
    {
        var warnings = result.Findings.Count(finding => finding.Level == Findings.Level.Warning);
        var infos = result.Findings.Count() - warnings;
        var analysed = result.Projects.Where(project => project.State == ProjectState.Analysed).DistinctBy(project => project.File).Count();
        var accepted = result.Suppressed.Count() is > 0 and var count ? $" {Plural.Count(count, "more finding")} accepted." : "";
        var incomplete = result.IsComplete ? "" : " The scan is not complete.";
        return $"{Plural.Count(warnings, "warning")} and {Plural.Count(infos, "info")} in {Plural.Count(analysed, "analysed project")}."
            + accepted + incomplete;
    }
}
