using System.Text.Json;
using GoalGuard.Tool.Findings;
using GoalGuard.Tool.Sarif;
using GoalGuard.Tool.Scanning;

namespace GoalGuard.Tool.Tests.Support;

/// <summary>Compiler logs and scan results made by hand.</summary>
internal static class Logs
{
    public static readonly string Root = Path.GetFullPath("/repository");

    public static CompilerLog Log(object[] results, params string[] rules)
    {
        var driver = new { name = "Compiler", rules = rules.Select(rule => new { id = rule }) };
        var run = new { results, tool = new { driver }, invocations = Array.Empty<object>() };
        return Read(JsonSerializer.Serialize(new { version = "2.1.0", runs = new[] { run } }))!;
    }

    public static object Result(
        string id,
        string level = "warning",
        string message = "message",
        int line = 1,
        Dictionary<string, string>? properties = null,
        params int[] steps) => new
    {
        ruleId = id,
        ruleIndex = 7,
        level,
        message = new { text = message },
        locations = new[] { Location(line) },
        relatedLocations = steps.Select(Location),
        properties = new { customProperties = properties ?? [] },
    };

    public static CompilerLog? Read(string sarif)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, sarif);
            return CompilerLog.TryRead(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static ScannedProject Project(
        string name,
        string framework = "net10.0",
        ProjectState state = ProjectState.Analysed,
        CompilerLog? log = null) =>
        new(Path.Combine(Root, $"{name}.csproj"), framework, state, state == ProjectState.Analysed ? null : "a reason", log);

    public static ScanResult Scan(params ScannedProject[] projects) => new(
        Root,
        FrameworkMerge.Merge(
            from project in projects
            where project.Log is not null
            from report in ReportReader.Read(project.Log!, project.File, project.Framework)
            select report),
        projects,
        Outside: [],
        BuildSucceeded: true,
        BuildErrors: []);

    private static object Location(int line) => new
    {
        physicalLocation = new
        {
            artifactLocation = new { uri = new Uri(Path.Combine(Root, "src folder", "Code.cs")).AbsoluteUri },
            region = new { startLine = line, startColumn = 5 },
        },
    };
}
