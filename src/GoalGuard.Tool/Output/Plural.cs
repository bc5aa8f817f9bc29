namespace GoalGuard.Tool.Output;

/// <summary>Counts in words.</summary>
internal static class Plural
{
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
