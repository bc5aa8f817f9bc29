using GoalGuard.Tool.Findings;
using GoalGuard.Tool.Scanning;
using Spectre.Console;

namespace GoalGuard.Tool.Output;

/// <summary>Findings by pathway, each with its way from source to act.</summary>
internal static class FindingsSection
{
    /// <summary>In the order in which the rules are numbered.</summary>
    private static readonly (string Pathway, string Title)[] Titles =
    [
        ("Pathway1Imitation", "Pathway 1: imitation"),
        ("Pathway2OutcomeConditioning", "Pathway 2: outcome conditioning"),
        ("Pathway3EmergentGoals", "Pathway 3: emergent goals"),
        ("Pathway4RewardMaximisation", "Pathway 4: reward maximisation"),
        ("Pathway5OuterLoop", "Pathway 5: outer loop"),
        ("ToolUse", "Text to behaviour (tool use)"),
        ("Propagation", "Propagation"),
        ("Governance", "Governance"),
    ];

    public static void Write(IAnsiConsole console, ScanResult result)
    {
        foreach (var group in result.Findings.GroupBy(finding => finding.Pathway).OrderBy(group => Order(group.Key)))
        {
            TextReport.Heading(console, Order(group.Key) is >= 0 and var at && at < Titles.Length ? Titles[at].Title : group.Key);
            foreach (var finding in group)
            {
                Write(console, finding, result);
            }

            console.WriteLine();
        }
    }

    private static int Order(string pathway) =>
        Array.FindIndex(Titles, title => title.Pathway == pathway) is >= 0 and var at ? at : Titles.Length;

    private static void Write(IAnsiConsole console, Report finding, ScanResult result)
    {
        var (level, colour) = finding.Level == Level.Warning ? ("warning", "yellow") : ("info", "blue");
        console.MarkupLine($"  [{colour}]{finding.Id} {level}[/] {Places.Show(finding.Place, result)}{OnlyIn(finding, result)}");
        console.MarkupLine($"    {Terminal.Inert(finding.Message)}");
        var widest = finding.Steps.Select(step => step.Kind.Length).DefaultIfEmpty().Max();
        foreach (var step in finding.Steps)
        {
            var place = step.Place is null ? "" : $"  [dim]{Places.Show(step.Place, result)}[/]";
            console.MarkupLine($"      {Terminal.Inert(step.Kind.PadRight(widest))}  {Terminal.Inert(step.Text)}{place}");
        }
    }

    /// <summary>Named only where not all frameworks of the project show the finding.</summary>
    private static string OnlyIn(Report finding, ScanResult result) =>
        result.Projects.Count(project => project.File == finding.Project) > finding.Frameworks.Count
            ? $" [dim]only in {Terminal.Inert(string.Join(", ", finding.Frameworks))}[/]"
            : "";
}
