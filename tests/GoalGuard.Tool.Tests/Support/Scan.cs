using System.Text.Json;
using GoalGuard.Tool.Commands;

namespace GoalGuard.Tool.Tests.Support;

/// <summary>What a call of <c>goalguard</c> answered.</summary>
internal sealed record Scan(int ExitCode, string Output, string Error)
{
    public static async Task<Scan> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await GoalGuardCommand.RunAsync(["scan", .. arguments], Consoles.Redirected(output, error));
        return new Scan(exitCode, output.ToString(), error.ToString());
    }

    public static async Task<ScanJson> RunJsonAsync(params string[] arguments)
    {
        var scan = await RunAsync(["--json", .. arguments]);
        return new ScanJson(scan.ExitCode, JsonDocument.Parse(scan.Output).RootElement);
    }
}

/// <summary>The same with <c>--json</c>, in the parts that tests ask for.</summary>
internal sealed record ScanJson(int ExitCode, JsonElement Report)
{
    /// <summary><c>GG6001 warning App/Code.cs:13:31 net10.0</c>.</summary>
    public IReadOnlyList<string> Findings => [.. Report.GetProperty("findings").EnumerateArray().Select(Finding)];

    /// <summary><c>App/App.csproj net10.0 analysed</c>.</summary>
    public IReadOnlyList<string> Projects => [.. Report.GetProperty("projects").EnumerateArray().Select(Project)];

    public IReadOnlyList<string> Outside => Texts("outside");

    public IReadOnlyList<string> BuildErrors => Texts("buildErrors");

    private string[] Texts(string name) => [.. Report.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static string Finding(JsonElement finding)
    {
        var place = finding.GetProperty("place");
        var frameworks = string.Join(',', finding.GetProperty("frameworks").EnumerateArray().Select(framework => framework.GetString()));
        return $"{finding.GetProperty("id")} {finding.GetProperty("level")} {place.GetProperty("file")}:{place.GetProperty("line")} {frameworks}";
    }

    private static string Project(JsonElement project) =>
        $"{project.GetProperty("path")} {project.GetProperty("framework")} {project.GetProperty("state")}";
}
