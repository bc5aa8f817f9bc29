using GoalGuard.Tool.Findings;
using GoalGuard.Tool.Scanning;
using Spectre.Console;

namespace GoalGuard.Tool.Output;

/// <summary>What the analysis understood, so that "no findings" can be told from "nothing seen".</summary>
internal static class RecognisedSection
{
    private static readonly (string Kind, string Noun)[] Kinds =
        [("model-call", "model call"), ("tool", "tool"), ("grant", "grant"), ("effect", "effect")];

    public static void Write(IAnsiConsole console, ScanResult result)
    {
        TextReport.Heading(console, "Recognised");
        var recognised = result.Inventory.Where(entry => Kinds.Any(kind => kind.Kind == entry.Property("kind"))).ToArray();
        console.WriteLine($"  {Counts(recognised)}");
        foreach (var project in recognised.GroupBy(entry => entry.Project))
        {
            console.MarkupLine($"    {Terminal.Inert(result.Relative(project.Key))}: {Counts([.. project])}");
        }

        WriteUnmodelled(console, result);
        console.WriteLine();
    }

    private static void WriteUnmodelled(IAnsiConsole console, ScanResult result)
    {
        var unmodelled = result.Inventory.Where(entry => entry.Property("kind") == "unmodelled").ToArray();
        if (unmodelled.Length == 0)
        {
            return;
        }

        console.WriteLine("  Look like model calls that GoalGuard does not know (a *.goalguard.models file can say what they are):");
        foreach (var entry in unmodelled)
        {
            console.MarkupLine($"    {Terminal.Inert(entry.Property("symbol") ?? entry.Message)}  [dim]{Places.Show(entry.Place, result)}[/]");
        }
    }

    private static string Counts(IReadOnlyCollection<Report> entries) =>
        string.Join(
            ", ",
            Kinds.Select(kind => Plural.Count(entries.Count(entry => entry.Property("kind") == kind.Kind), kind.Noun)));
}
