namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Newtonsoft.Json: like any JSON, a document that a model wrote is the model's in all its parts.</summary>
public sealed class NewtonsoftTests
{
    private const string Usings = "using Newtonsoft.Json; using Newtonsoft.Json.Linq;";

    private const string Types = """

        class Plan { public string Name { get; set; } = ""; public int Count { get; set; } public List<Step> Steps { get; set; } = new(); public Dictionary<string, string> Map { get; set; } = new(); }
        record Step(string Command, int Number);
        """;

    [Theory]
    [InlineData("Examine(JsonConvert.DeserializeObject<Plan>(text)!.Name);")]
    [InlineData("Examine(JsonConvert.DeserializeObject<Plan>(text)!.Steps[0].Command);")]
    [InlineData("Examine(JsonConvert.DeserializeObject<Plan>(text, new JsonSerializerSettings())!.Map[\"k\"]);")]
    [InlineData("Examine(JsonConvert.DeserializeObject<List<Step>>(text)!.First().Command);")]
    [InlineData("Examine(JsonConvert.DeserializeObject<Dictionary<string, string>>(text)![\"k\"]);")]
    [InlineData("Examine(((Plan)JsonConvert.DeserializeObject(text, typeof(Plan))!).Name);")]
    [InlineData("Examine(((JObject)JsonConvert.DeserializeObject(text)!)[\"a\"]!.ToString());")]
    [InlineData("dynamic any = JsonConvert.DeserializeObject(text)!; Examine((string)any.name);")]
    [InlineData("Examine(JsonConvert.DeserializeAnonymousType(text, new { said = \"\" })!.said);")]
    [InlineData("Examine(JsonConvert.SerializeObject(text));")]
    [InlineData("Examine(JsonConvert.SerializeObject(new { said = text }));")]
    [InlineData("Examine(JsonConvert.SerializeObject(new Plan { Name = text }, Formatting.Indented));")]
    [InlineData("Examine(JsonConvert.DeserializeObject<Plan>(JsonConvert.SerializeObject(new Plan { Name = text }))!.Name);")]
    [InlineData("Examine(new Newtonsoft.Json.JsonSerializer().Deserialize<Plan>(new JsonTextReader(new StringReader(text)))!.Name);")]
    [InlineData("using var reader = new JsonTextReader(new StringReader(text)); Examine(Newtonsoft.Json.JsonSerializer.CreateDefault().Deserialize<Plan>(reader)!.Name);")]
    [InlineData("using var reader = new JsonTextReader(new StringReader(text)); while (reader.Read()) { Examine(reader.Value!); }")]
    [InlineData("using var writer = new StringWriter(); new Newtonsoft.Json.JsonSerializer().Serialize(writer, new { said = text }); Examine(writer.ToString());")]
    [InlineData("using var inner = new StringWriter(); using (var writer = new JsonTextWriter(inner)) { writer.WriteValue(text); } Examine(inner.ToString());")]
    public void Through_a_serialiser(string statements) => Asked.Arrives(statements, Types, Usings);

    [Theory]
    [InlineData("Examine(JObject.Parse(text)[\"a\"]!.ToString());")]
    [InlineData("Examine((string)JObject.Parse(text)[\"a\"]!);")]
    [InlineData("Examine((string?)JObject.Parse(text)[\"a\"]?[\"b\"] ?? \"\");")]
    [InlineData("Examine(JObject.Parse(text)[\"a\"]![\"b\"]!.Value<string>()!);")]
    [InlineData("Examine(JObject.Parse(text).Value<string>(\"a\")!);")]
    [InlineData("Examine(JToken.Parse(text).Value<string>(\"a\")!);")]
    [InlineData("Examine(JObject.Parse(text).ToObject<Plan>()!.Name);")]
    [InlineData("Examine(JObject.Parse(text)[\"steps\"]!.ToObject<List<Step>>()![0].Command);")]
    [InlineData("Examine(JArray.Parse(text)[0].ToString());")]
    [InlineData("foreach (var item in JArray.Parse(text)) { Examine((string)item!); }")]
    [InlineData("foreach (var property in JObject.Parse(text)) { Examine(property.Key); }")]
    [InlineData("foreach (var (key, value) in JObject.Parse(text)) { Examine(value!.ToString()); }")]
    [InlineData("foreach (var property in JObject.Parse(text).Properties()) { Examine(property.Name); }")]
    [InlineData("foreach (var property in JObject.Parse(text).Properties()) { Examine(property.Value.ToString()); }")]
    [InlineData("Examine(JObject.Parse(text).SelectToken(\"a.b\")!.ToString());")]
    [InlineData("Examine(JObject.Parse(text).SelectTokens(\"a.b\").Select(t => t.ToString()).First());")]
    [InlineData("if (JObject.Parse(text).TryGetValue(\"a\", out var token)) { Examine(token.ToString()); }")]
    [InlineData("Examine(JObject.Parse(text).GetValue(\"a\")!.ToString());")]
    [InlineData("Examine(JObject.Parse(text).Property(\"a\")!.Value.ToString());")]
    [InlineData("Examine(JObject.Parse(text)[\"a\"]!.Children().First().ToString());")]
    [InlineData("Examine(JObject.Parse(text)[\"a\"]!.Values<string>().First()!);")]
    [InlineData("if (JToken.Parse(text) is JObject { Count: > 0 } found) { Examine(found[\"a\"]!.ToString()); }")]
    [InlineData("if (JToken.Parse(text) is JValue { Value: string said }) { Examine(said); }")]
    [InlineData("Examine(JObject.Parse(text).ToString(Formatting.None));")]
    [InlineData("dynamic any = JObject.Parse(text); Examine((string)any.a);")]
    [InlineData("Examine(JObject.FromObject(new { said = text })[\"said\"]!.ToString());")]
    [InlineData("var made = new JObject { [\"a\"] = text }; Examine(made.ToString());")]
    [InlineData("var made = new JObject(); made[\"a\"] = text; Examine(made[\"a\"]!.ToString());")]
    [InlineData("var made = new JObject(); made.Add(\"a\", text); Examine(made.ToString());")]
    [InlineData("var made = new JObject(new JProperty(\"a\", text)); Examine(made.ToString());")]
    [InlineData("var made = new JArray(); made.Add(text); Examine(made[0].ToString());")]
    [InlineData("var made = new JArray(text); Examine(made[0].ToString());")]
    [InlineData("Examine(new JValue(text).ToString());")]
    [InlineData("var made = JObject.Parse(\"{}\"); made.Merge(JObject.Parse(text)); Examine(made.ToString());")]
    [InlineData("Examine(JObject.Parse(text).DeepClone().ToString());")]
    [InlineData("Examine(JObject.Load(new JsonTextReader(new StringReader(text)))[\"a\"]!.ToString());")]
    public void Through_a_document(string statements) => Asked.Arrives(statements, Types, Usings);

    [Theory]
    [InlineData("Run(JObject.Parse(text));", "partial class A { static void Run(JObject plan) { foreach (var step in plan[\"steps\"]!) { Examine(step.Value<string>(\"command\")!); } } }")]
    [InlineData("Examine(Parse<Plan>(text)!.Name);", "partial class A { static T? Parse<T>(string json) where T : class { try { return JsonConvert.DeserializeObject<T>(json); } catch (Newtonsoft.Json.JsonException) { return null; } } }")]
    [InlineData("_plan = JsonConvert.DeserializeObject<Plan>(text);", "partial class A { private Plan? _plan; void N() => Examine(_plan!.Name); }")]
    [InlineData("_plan = JObject.Parse(text);", "partial class A { private JObject? _plan; void N() => Examine(_plan![\"a\"]!.ToString()); }")]
    public void Through_an_own_member(string statements, string declarations) => Asked.Arrives(statements, Types + declarations, Usings);

    [Theory]
    [InlineData("Examine((string)JObject.Parse(\"{}\")[text]!);")]
    [InlineData("Examine(JObject.Parse(\"{}\").Value<string>(text)!);")]
    [InlineData("var plan = JsonConvert.DeserializeObject<Plan>(text)!; plan.Name = \"mine\"; Examine(plan.Name);")]
    public void Another_part_stays_away(string statements) => Asked.StaysAway(statements, Types, Usings);

    [Theory]
    [InlineData("Examine(JObject.Parse(text)[\"a\"]!.Value<int>());")]
    [InlineData("Examine((int)JObject.Parse(text)[\"a\"]!);")]
    [InlineData("Examine(JObject.Parse(text).Value<bool>(\"a\"));")]
    [InlineData("Examine(JsonConvert.DeserializeObject<int>(text));")]
    [InlineData("Examine(JsonConvert.DeserializeObject<Plan>(text)!.Count);")]
    [InlineData("Examine(JObject.Parse(text)[\"a\"]!.ToObject<double>());")]
    public void A_number_arrives_as_one(string statements) => Asked.ArrivesAsNumber(statements, Types, Usings);
}
