using System.Text.Json;
using System.Text.Json.Nodes;
using GoalGuard.Tool.Scanning;

namespace GoalGuard.Tool.Sarif;

/// <summary>One SARIF file for a whole scan: a run for each project and target framework, those not analysed included.</summary>
internal static class SarifReport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n" };

    public static string Write(ScanResult result)
    {
        var runs = result.Projects.Where(project => project.State != ProjectState.Skipped).Select(project => Run(project, result));
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray([.. runs]),
        }.ToJsonString(Options);
    }

    private static JsonObject Run(ScannedProject project, ScanResult result)
    {
        var run = project.Log is { } log ? CompilerRun.KeepOurs(log) : EmptyRun();
        var path = result.Relative(project.File);
        // Ends in a slash, so that the whole of it tells runs of one upload apart.
        run["automationDetails"] = new JsonObject { ["id"] = $"goalguard/{path}/{project.Framework}/" };
        var properties = run["properties"] as JsonObject ?? [];
        properties["project"] = path;
        properties["framework"] = project.Framework;
        run["properties"] = properties;
        run["invocations"] = new JsonArray(Invocation(project));
        return run;
    }

    private static JsonObject EmptyRun() => new()
    {
        ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "GoalGuard" } },
        ["results"] = new JsonArray(),
        ["columnKind"] = "utf16CodeUnits",
    };

    private static JsonObject Invocation(ScannedProject project)
    {
        var invocation = new JsonObject { ["executionSuccessful"] = project.State == ProjectState.Analysed };
        if (project.Reason is { } reason)
        {
            var message = new JsonObject { ["text"] = $"Not analysed: {reason}." };
            invocation["toolExecutionNotifications"] = new JsonArray(new JsonObject { ["level"] = "error", ["message"] = message });
        }

        return invocation;
    }
}
