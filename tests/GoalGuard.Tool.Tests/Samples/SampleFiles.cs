using System.Text.RegularExpressions;

namespace GoalGuard.Tool.Tests.Samples;

/// <summary>The samples of this clone.</summary>
internal static partial class SampleFiles
{
    private static readonly string[] BuildOutputs = ["bin", "obj"];

    public static string Root { get; } = Path.Combine(RepositoryRoot(new DirectoryInfo(AppContext.BaseDirectory)), "samples");

    public static IEnumerable<string> Projects => Files("*.csproj");

    /// <summary>What the sources say about themselves: <c>GG6001 ToolUse/ExtensionsAI/Unsafe/NotesTools.cs:20</c>.</summary>
    public static IEnumerable<string> Marks =>
        from file in Files("*.cs")
        from line in File.ReadLines(Path.Combine(Root, file)).Select((text, index) => (Text: text, Number: index + 1))
        let mark = Mark().Match(line.Text)
        where mark.Success
        select $"{mark.Groups["rule"].Value} {file}:{line.Number}";

    private static IEnumerable<string> Files(string pattern) =>
        from file in Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/')
        where !relative.Split('/').Any(BuildOutputs.Contains)
        select relative;

    private static string RepositoryRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GoalGuard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No GoalGuard.sln above the tests.");
    }

    [GeneratedRegex(@"// (?<rule>GG\d{4})$")]
    private static partial Regex Mark();
}
