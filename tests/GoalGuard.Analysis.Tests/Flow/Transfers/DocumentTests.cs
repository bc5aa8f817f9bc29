namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Documents of other kinds than JSON, and converters and readers of JSON that a program writes itself.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("Examine(XDocument.Parse(text).Root!.Value);")]
    [InlineData("Examine(XElement.Parse(text).Element(\"a\")!.Value);")]
    [InlineData("Examine((string)XElement.Parse(text).Attribute(\"a\")!);")]
    [InlineData("foreach (var item in XDocument.Parse(text).Descendants(\"a\")) { Examine(item.Value); }")]
    [InlineData("Examine(XDocument.Parse(text).Descendants(\"a\").Select(e => e.Attribute(\"b\")!.Value).First());")]
    [InlineData("Examine(XDocument.Load(new StringReader(text)).ToString());")]
    [InlineData("var document = new XmlDocument(); document.LoadXml(text); Examine(document.SelectSingleNode(\"a\")!.InnerText);")]
    [InlineData("Examine(new XElement(\"a\", text).ToString());")]
    [InlineData("Examine(new XElement(\"a\", new XAttribute(\"b\", text)).Attribute(\"b\")!.Value);")]
    [InlineData("using var reader = XmlReader.Create(new StringReader(text)); while (reader.Read()) { Examine(reader.Value); }")]
    [InlineData("Examine(System.Web.HttpUtility.ParseQueryString(text)[\"a\"]!);")]
    [InlineData("Examine(text.Split([\"\\n\"], StringSplitOptions.RemoveEmptyEntries)[0]);")]
    [InlineData("if (text.Split('\\n', 2) is [var first, var second]) { Examine(second); }")]
    [InlineData("var parts = text.Split('=', 2, StringSplitOptions.TrimEntries); Examine(parts.Length == 2 ? parts[1] : \"mine\");")]
    [InlineData("var map = text.Split('\\n').Select(line => line.Split('=')).ToDictionary(p => p[0], p => p[1]); Examine(map[\"a\"]);")]
    [InlineData("var start = text.IndexOf(\"```\"); var end = text.LastIndexOf(\"```\"); Examine(text.Substring(start, end - start));")]
    public void What_is_parsed_arrives(string statements) => Asked.Arrives(statements, "", "using System.Xml; using System.Xml.Linq;");

    private const string Types = """
        class Plan { public string Name { get; set; } = ""; [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; } [JsonPropertyName("c")] public string Command { get; init; } = ""; }
        class Converter : JsonConverter<Plan>
        {
            public override Plan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new() { Name = reader.GetString()! };
            public override void Write(Utf8JsonWriter writer, Plan value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
        }
        record Tool(string Name, JsonElement Arguments);
        """;

    [Theory]
    [InlineData("Examine(JsonSerializer.Deserialize<Plan>(text)!.Rest![\"a\"].GetString()!);")]
    [InlineData("Examine(JsonSerializer.Deserialize<Plan>(text)!.Command);")]
    [InlineData("Examine(JsonSerializer.Deserialize<Plan>(text, new JsonSerializerOptions { Converters = { new Converter() } })!.Name);")]
    [InlineData("Examine(JsonSerializer.Deserialize<Tool>(text)!.Arguments.GetProperty(\"a\").GetString()!);")]
    [InlineData("var tool = JsonSerializer.Deserialize<Tool>(text)!; Examine(tool.Arguments.Deserialize<Plan>()!.Name);")]
    [InlineData("Examine(JsonSerializer.Deserialize<JsonElement>(text).GetProperty(\"a\").GetString()!);")]
    [InlineData("Examine(JsonSerializer.Deserialize<JsonObject>(text)![\"a\"]!.ToString());")]
    [InlineData("Examine(JsonNode.Parse(text).Deserialize<Plan>()!.Name);")]
    [InlineData("Examine(JsonSerializer.SerializeToNode(new { said = text })![\"said\"]!.ToString());")]
    [InlineData("await foreach (var plan in JsonSerializer.DeserializeAsyncEnumerable<Plan>(new MemoryStream(Encoding.UTF8.GetBytes(text)))) { Examine(plan!.Name); }")]
    [InlineData("using var document = await JsonDocument.ParseAsync(new MemoryStream(Encoding.UTF8.GetBytes(text))); Examine(document.RootElement.GetProperty(\"a\").GetString()!);")]
    [InlineData("var root = JsonDocument.Parse(text).RootElement; Examine(root.EnumerateArray().Select(e => e.GetProperty(\"a\").GetString()!).First());")]
    [InlineData("var root = JsonDocument.Parse(text).RootElement; Examine(root.TryGetProperty(\"a\", out var a) && a.ValueKind == JsonValueKind.String ? a.GetString()! : \"mine\");")]
    [InlineData("var root = JsonNode.Parse(text)!; root[\"a\"] = \"mine\"; Examine(root.ToJsonString());")]
    [InlineData("var root = JsonNode.Parse(text)!.DeepClone(); Examine(root[\"a\"]!.ToString());")]
    [InlineData("using var stream = new MemoryStream(); await JsonSerializer.SerializeAsync(stream, new { said = text }); Examine(Encoding.UTF8.GetString(stream.ToArray()));")]
    public void Through_parts_and_converters(string statements) => Asked.Arrives(statements, Types, "using System.Text.Json.Serialization;");
}
