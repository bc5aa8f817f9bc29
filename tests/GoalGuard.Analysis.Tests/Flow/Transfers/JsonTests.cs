namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>JSON: a document that a model wrote is the model's in all its parts.</summary>
public sealed class JsonTests
{
    private const string Types = """

        class Plan { public string Name { get; set; } = ""; public int Count { get; set; } public List<Step> Steps { get; set; } = new(); public Step? First { get; set; } public Dictionary<string, string> Map { get; set; } = new(); public string Upper => Name.ToUpper(); }
        record Step(string Command, int Number, string[] Arguments);
        """;

    [Theory]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text)!; Examine(plan.Name);")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text)!; Examine(plan.Steps[0].Command);")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text)!; Examine(plan.First!.Arguments[0]);")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text)!; foreach (var step in plan.Steps) { Examine(step.Command); }")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text)!; foreach (var (command, number, arguments) in plan.Steps) { Examine(command); }")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text)!; Examine(plan.Map[\"k\"]);")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text)!; Examine(plan.Upper);")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text); if (plan is { First: { Command: var command } }) { Examine(command); }")]
    [InlineData("var plan = (Plan)JsonSerializer.Deserialize(text, typeof(Plan))!; Examine(plan.Name);")]
    [InlineData("var plan = await JsonSerializer.DeserializeAsync<Plan>(new MemoryStream(Encoding.UTF8.GetBytes(text))); Examine(plan!.Name);")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(Encoding.UTF8.GetBytes(text))!; Examine(plan.Name);")]
    [InlineData("var steps = JsonSerializer.Deserialize<List<Step>>(text)!; Examine(steps.First().Command);")]
    [InlineData("var steps = JsonSerializer.Deserialize<Step[]>(text)!; Examine(steps.Select(s => s.Command).First());")]
    [InlineData("var map = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)!; Examine(map[\"k\"].GetString()!);")]
    [InlineData("var map = JsonSerializer.Deserialize<Dictionary<string, string>>(text)!; Examine(map.Keys.First());")]
    [InlineData("var plan = await chat.AnswerAs<Plan>(\"x\"); Examine(plan.Steps[0].Command);")]
    [InlineData("var plan = await chat.AnswerAs<Plan>(\"x\"); var copy = new Plan { Name = plan.Name }; Examine(copy.Name);")]
    [InlineData("Examine(JsonSerializer.Serialize(text));")]
    [InlineData("Examine(JsonSerializer.Serialize(new { said = text }));")]
    [InlineData("Examine(JsonSerializer.Serialize(new Plan { Name = text }));")]
    [InlineData("Examine(JsonSerializer.SerializeToElement(new { said = text }).GetProperty(\"said\").GetString()!);")]
    [InlineData("Examine(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(new { said = text })));")]
    public void Through_a_serialiser(string statements) => Asked.Arrives(statements, Types);

    [Theory]
    [InlineData("using var document = JsonDocument.Parse(text); Examine(document.RootElement.GetProperty(\"a\").GetString()!);")]
    [InlineData("using var document = JsonDocument.Parse(text); Examine(document.RootElement.GetProperty(\"a\").GetProperty(\"b\").GetRawText());")]
    [InlineData("using var document = JsonDocument.Parse(text); foreach (var item in document.RootElement.EnumerateArray()) { Examine(item.GetString()!); }")]
    [InlineData("using var document = JsonDocument.Parse(text); foreach (var property in document.RootElement.EnumerateObject()) { Examine(property.Name); }")]
    [InlineData("using var document = JsonDocument.Parse(text); foreach (var property in document.RootElement.EnumerateObject()) { Examine(property.Value.GetString()!); }")]
    [InlineData("using var document = JsonDocument.Parse(text); if (document.RootElement.TryGetProperty(\"a\", out var value)) { Examine(value.GetString()!); }")]
    [InlineData("using var document = JsonDocument.Parse(text); Examine(document.RootElement[0].ToString());")]
    [InlineData("var element = JsonDocument.Parse(text).RootElement.Clone(); Examine(element.GetProperty(\"a\").GetString()!);")]
    [InlineData("Examine(JsonDocument.Parse(text).Deserialize<Plan>()!.Name);")]
    [InlineData("Examine(JsonDocument.Parse(text).RootElement.Deserialize<Plan>()!.Name);")]
    [InlineData("Examine(JsonElement.Parse(text).GetProperty(\"a\").GetString()!);")]
    [InlineData("Examine(JsonNode.Parse(text)![\"a\"]!.ToString());")]
    [InlineData("Examine(JsonNode.Parse(text)![\"a\"]![\"b\"]!.GetValue<string>());")]
    [InlineData("Examine((string)JsonNode.Parse(text)![\"a\"]!);")]
    [InlineData("foreach (var node in JsonNode.Parse(text)!.AsArray()) { Examine(node!.GetValue<string>()); }")]
    [InlineData("foreach (var (key, node) in JsonNode.Parse(text)!.AsObject()) { Examine(key); }")]
    [InlineData("foreach (var (key, node) in JsonNode.Parse(text)!.AsObject()) { Examine(node!.ToJsonString()); }")]
    [InlineData("if (JsonNode.Parse(text) is JsonObject o && o.TryGetPropertyValue(\"a\", out var node)) { Examine(node!.ToString()); }")]
    [InlineData("if (JsonNode.Parse(text)![\"a\"] is JsonValue value && value.TryGetValue<string>(out var said)) { Examine(said); }")]
    [InlineData("var made = new JsonObject { [\"a\"] = text }; Examine(made[\"a\"]!.ToString());")]
    [InlineData("var made = new JsonObject(); made.Add(\"a\", text); Examine(made.ToJsonString());")]
    [InlineData("var made = new JsonArray(text); Examine(made[0]!.ToString());")]
    [InlineData("Examine(JsonValue.Create(text)!.ToString());")]
    [InlineData("var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text)); while (reader.Read()) { if (reader.TokenType == JsonTokenType.String) { Examine(reader.GetString()!); } }")]
    [InlineData("Examine(new BinaryData(text).ToString());")]
    [InlineData("Examine(BinaryData.FromString(text).ToObjectFromJson<Plan>()!.Name);")]
    public void Through_a_document(string statements) => Asked.Arrives(statements, Types);

    [Theory]
    [InlineData("Examine(Parse(text)!.Name);", "partial class A { static Plan? Parse(string json) { try { return JsonSerializer.Deserialize<Plan>(json); } catch (JsonException) { return null; } } }")]
    [InlineData("Examine(Parse<Plan>(text)!.Steps[0].Command);", "partial class A { static T? Parse<T>(string json) where T : class => JsonSerializer.Deserialize<T>(json.Trim('`')); }")]
    [InlineData("Run(JsonSerializer.Deserialize<Plan>(text)!);", "partial class A { static void Run(Plan plan) { foreach (var step in plan.Steps) { Examine(step.Command); } } }")]
    [InlineData("if (TryParse(text, out var plan)) { Examine(plan!.Name); }", "partial class A { static bool TryParse(string json, out Plan? plan) { plan = JsonSerializer.Deserialize<Plan>(json); return plan is not null; } }")]
    public void Through_an_own_member(string statements, string declarations) => Asked.Arrives(statements, Types + declarations);

    [Theory]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(text)!; plan.Name = \"mine\"; Examine(plan.Name);")]
    [InlineData("var plan = JsonSerializer.Deserialize<Plan>(\"{}\")!; plan.First = JsonSerializer.Deserialize<Step>(text); Examine(plan.Name);")]
    public void Another_part_stays_away(string statements) => Asked.StaysAway(statements, Types);

    [Theory]
    [InlineData("Examine(JsonDocument.Parse(text).RootElement.GetProperty(\"a\").GetInt32());")]
    [InlineData("Examine(JsonDocument.Parse(text).RootElement.GetProperty(\"a\").GetBoolean());")]
    [InlineData("if (JsonDocument.Parse(text).RootElement.TryGetInt32(out var number)) { Examine(number); }")]
    [InlineData("Examine(JsonNode.Parse(text)![\"a\"]!.GetValue<int>());")]
    [InlineData("Examine((int)JsonNode.Parse(text)![\"a\"]!);")]
    [InlineData("Examine(JsonSerializer.Deserialize<int>(text));")]
    [InlineData("Examine(JsonSerializer.Deserialize<Plan>(text)!.Count);")]
    [InlineData("Examine(JsonSerializer.Deserialize<Plan>(text)!.Steps[0].Number);")]
    [InlineData("Examine(JsonSerializer.Deserialize<int[]>(text)![0]);")]
    public void A_number_arrives_as_one(string statements) => Asked.ArrivesAsNumber(statements, Types);
}
