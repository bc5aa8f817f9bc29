using System.Text.Json;
using System.Text.Json.Nodes;
using GoalGuard.Tool.Findings;

namespace GoalGuard.Tool.Sarif;

/// <summary>What the C# compiler wrote about one compilation (SARIF 2.1).</summary>
internal sealed class CompilerLog
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private CompilerLog(JsonObject run) => Run = run;

    public JsonObject Run { get; }

    public IEnumerable<JsonObject> Results => Objects(Run["results"]);

    /// <summary>The compiler lists the rules of every analyzer it ran, so silence without rules is not a clean bill.</summary>
    public bool RanOurAnalyzers => Rules.Any(rule => RuleIds.IsOurs(rule.Text("id")));

    public bool HasCompileErrors => Results.Any(result =>
        result.Text("level") == "error" && result.Text("ruleId")?.StartsWith("CS", StringComparison.Ordinal) == true);

    /// <summary>The compiler's report of an analyzer of ours that threw.</summary>
    public string? AnalyzerFailure => Results
        .Where(result => result.Text("ruleId") == "AD0001")
        .Select(result => result["message"].Text("text"))
        .FirstOrDefault(text => text?.Contains("'GoalGuard.", StringComparison.Ordinal) == true);

    public IEnumerable<JsonObject> Rules => Objects(Run["tool"].Child("driver").Child("rules"));

    /// <summary>Null if the file is missing, cut off, or no compiler log.</summary>
    public static CompilerLog? TryRead(string file)
    {
        try
        {
            var runs = JsonNode.Parse(File.ReadAllText(file), documentOptions: Strict).Child("runs") as JsonArray;
            return runs is { Count: 1 } && runs[0] is JsonObject run ? new CompilerLog(run) : null;
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => (node as JsonArray)?.OfType<JsonObject>() ?? [];
}
