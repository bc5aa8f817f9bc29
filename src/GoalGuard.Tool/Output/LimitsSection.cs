using GoalGuard.Tool.Scanning;
using Spectre.Console;

namespace GoalGuard.Tool.Output;

/// <summary>Where the analysis gave a weaker answer than it would have liked.</summary>
internal static class LimitsSection
{
    private const int Shown = 5;

    public static void Write(IAnsiConsole console, ScanResult result)
    {
        var limits = result.Limits.ToArray();
        if (limits.Length == 0)
        {
            return;
        }

        TextReport.Heading(console, $"Limits of the analysis: {limits.Length}");
        foreach (var limit in limits.Take(Shown))
        {
            console.MarkupLine($"  {Terminal.Inert(limit.Message)}  [dim]{Places.Show(limit.Place, result)}[/]");
        }

        Remainder.Write(console, limits.Length - Shown);
        console.WriteLine();
    }
}
