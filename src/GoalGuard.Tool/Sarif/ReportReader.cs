using System.Text.Json.Nodes;
using GoalGuard.Tool.Findings;

namespace GoalGuard.Tool.Sarif;

/// <summary>Turns the compiler's results with GoalGuard ids into reports.</summary>
internal static class ReportReader
{
    public static IEnumerable<Report> Read(CompilerLog log, string project, string framework) =>
        from result in log.Results
        let id = result.Text("ruleId")
        where RuleIds.IsOurs(id)
        select Read(result, id, project, framework);

    private static Report Read(JsonObject result, string id, string project, string framework)
    {
        var properties = Properties(result);
        return new Report(
            id,
            LevelOf(result, properties),
            properties.GetValueOrDefault("pathway") ?? RuleIds.PathwayOf(id),
            result["message"].Text("text") ?? "",
            Places(result["locations"]).FirstOrDefault() ?? new Place(project, 0, 0),
            Steps(result, properties),
            properties,
            result["suppressions"] is JsonArray { Count: > 0 },
            project,
            [framework]);
    }

    private static Dictionary<string, string> Properties(JsonObject result) =>
        (result["properties"].Child("customProperties") as JsonObject ?? [])
            .Where(property => property.Value is JsonValue value && value.TryGetValue<string>(out _))
            .ToDictionary(property => property.Key, property => property.Value!.GetValue<string>());

    private static Level LevelOf(JsonObject result, Dictionary<string, string> properties) => properties.GetValueOrDefault("level") switch
    {
        "W" => Level.Warning,
        "I" => Level.Info,
        // SARIF's default level is "warning".
        _ => result.Text("level") is "note" or "none" ? Level.Info : Level.Warning,
    };

    /// <summary>One line of <c>steps</c> for each related location, in the same order.</summary>
    private static FlowStep[] Steps(JsonObject result, Dictionary<string, string> properties)
    {
        var places = Places(result["relatedLocations"]).ToArray();
        var lines = (properties.GetValueOrDefault("steps") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select((line, at) => Step(line, at < places.Length ? places[at] : null))];
    }

    private static FlowStep Step(string line, Place? place) =>
        line.Split('|', 2) is [var kind, var text] ? new FlowStep(kind, text, place) : new FlowStep("hop", line, place);

    private static IEnumerable<Place> Places(JsonNode? locations) =>
        from location in locations as JsonArray ?? []
        let physical = location.Child("physicalLocation")
        let uri = physical.Child("artifactLocation").Text("uri")
        where uri is not null
        let region = physical.Child("region")
        select new Place(FileOf(uri), region.Number("startLine"), region.Number("startColumn"));

    private static string FileOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);
}
