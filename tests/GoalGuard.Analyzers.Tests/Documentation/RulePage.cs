using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GoalGuard.Analyzers.Tests.Documentation;

/// <summary>A page under docs/rules: its text, its examples, and the lines that they mark.</summary>
internal sealed partial class RulePage(string id)
{
    /// <summary>The folder of the repository, found from this file.</summary>
    public static string Root { get; } = FindRoot();

    public string Path { get; } = System.IO.Path.Combine(Root, "docs", "rules", id + ".md");

    public string Text => File.ReadAllText(Path).ReplaceLineEndings("\n");

    /// <summary>The examples in order: the reported one, then the silent one.</summary>
    public IReadOnlyList<Example> Examples =>
        Fence().Matches(Text).Select(match => new Example(match.Groups["language"].Value, match.Groups["code"].Value)).ToList();

    /// <summary>An example and the lines, counted from one, that it marks.</summary>
    public sealed record Example(string Language, string Code)
    {
        public IEnumerable<int> Marked(string id) =>
            Code.Split('\n').Select((line, at) => (line, at)).Where(line => Regex.IsMatch(line.line, $@"(//|#) {id}\b")).Select(line => line.at + 1);
    }

    [GeneratedRegex(@"^```(?<language>csharp|models)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Directory.GetParent(here);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "GoalGuard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("GoalGuard.sln stands in no folder above " + here);
    }
}
