using System.Text.Json.Nodes;

namespace GoalGuard.Tool.Sarif;

/// <summary>Reads what may be missing or of another kind without throwing.</summary>
internal static class JsonReading
{
    public static JsonNode? Child(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static string? Text(this JsonNode? node, string name) =>
        node.Child(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int Number(this JsonNode? node, string name) =>
        node.Child(name) is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
