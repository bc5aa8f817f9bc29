using Spectre.Console;

namespace GoalGuard.Tool.Output;

/// <summary>Says how many entries of a shortened list are not shown.</summary>
internal static class Remainder
{
    public static void Write(IAnsiConsole console, int count)
    {
        if (count > 0)
        {
            console.WriteLine($"  … and {count} more");
        }
    }
}
