namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Tuples, records and structs: what an object is put together from, and how it is taken apart.</summary>
public sealed class TupleTests
{
    private const string Types = """

        record Pair(string Said, string Mine);
        record struct Point(string Said, string Mine);
        record Nominal { public string Said { get; init; } = ""; public string Mine { get; init; } = ""; }
        record Triple(string Said, string Mine, string Third) : Pair(Said, Mine);
        struct Plain { public string Said; public string Mine; }
        class Own { public string Said { get; set; } = ""; public string Mine { get; set; } = ""; public void Deconstruct(out string said, out string mine) { said = Said; mine = Mine; } }
        record Nest(Pair Inner, string Mine);
        static class Apart { public static void Deconstruct(this Uri uri, out string host, out string mine) { host = uri.Host; mine = "mine"; } }
        """;

    [Theory]
    [InlineData("var pair = (text, \"mine\"); Examine(pair.Item1);")]
    [InlineData("var pair = (Said: text, Mine: \"mine\"); Examine(pair.Said);")]
    [InlineData("(string Said, string Mine) pair = (text, \"mine\"); Examine(pair.Said);")]
    [InlineData("var (said, mine) = (text, \"mine\"); Examine(said);")]
    [InlineData("string said, mine; (said, mine) = (text, \"mine\"); Examine(said);")]
    [InlineData("var nested = ((text, 1), \"mine\"); Examine(nested.Item1.Item1);")]
    [InlineData("var ((said, one), mine) = ((text, 1), \"mine\"); Examine(said);")]
    [InlineData("var (first, (second, said)) = (1, (2, text)); Examine(said);")]
    [InlineData("var a = \"mine\"; var b = text; (a, b) = (b, a); Examine(a);")]
    [InlineData("var (_, said) = (1, text); Examine(said);")]
    [InlineData("var pair = Tuple.Create(text, 1); Examine(pair.Item1);")]
    [InlineData("var pair = new Tuple<int, string>(1, text); var (_, said) = pair; Examine(said);")]
    [InlineData("var pair = ValueTuple.Create(text, 1); Examine(pair.Item1);")]
    [InlineData("var pair = new KeyValuePair<string, string>(\"k\", text); var (_, said) = pair; Examine(said);")]
    [InlineData("var pair = KeyValuePair.Create(\"k\", text); Examine(pair.Value);")]
    [InlineData("var eight = (1, 2, 3, 4, 5, 6, 7, text); Examine(eight.Item8);")]
    [InlineData("(string, int)? pair = (text, 1); Examine(pair.Value.Item1);")]
    [InlineData("(string Said, int)? pair = (text, 1); Examine(pair?.Said!);")]
    [InlineData("object pair = (text, 1); Examine((((string, int))pair).Item1);")]
    [InlineData("(object, long) wide = (text, 1); Examine(wide.Item1);")]
    [InlineData("var list = new List<(string Said, int)> { (text, 1) }; Examine(list[0].Said);")]
    [InlineData("Examine(new Pair(text, \"mine\").Said);")]
    [InlineData("var (said, mine) = new Pair(text, \"mine\"); Examine(said);")]
    [InlineData("var ((said, _), mine) = new Nest(new Pair(text, \"mine\"), \"mine\"); Examine(said);")]
    [InlineData("Examine(new Nest(new Pair(text, \"mine\"), \"mine\").Inner.Said);")]
    [InlineData("Examine(new Triple(text, \"mine\", \"third\").Said);")]
    [InlineData("Pair pair = new Triple(text, \"mine\", \"third\"); Examine(pair.Said);")]
    [InlineData("Examine(new Triple(\"mine\", \"mine\", text).Third);")]
    [InlineData("Examine(new Point(text, \"mine\").Said);")]
    [InlineData("var point = new Point(text, \"mine\"); var copy = point; Examine(copy.Said);")]
    [InlineData("Examine(new Nominal { Said = text }.Said);")]
    [InlineData("var copy = new Nominal { Said = text } with { Mine = \"mine\" }; Examine(copy.Said);")]
    [InlineData("var copy = new Pair(\"mine\", \"mine\") with { Said = text }; Examine(copy.Said);")]
    [InlineData("var copy = new Nest(new Pair(text, \"\"), \"\") with { Mine = \"mine\" }; Examine(copy.Inner.Said);")]
    [InlineData("var copy = new { Said = text, Mine = \"\" } with { Mine = \"mine\" }; Examine(copy.Said);")]
    [InlineData("Plain plain; plain.Said = text; plain.Mine = \"mine\"; Examine(plain.Said);")]
    [InlineData("var plain = new Plain { Said = text }; var copy = plain; Examine(copy.Said);")]
    [InlineData("var plain = default(Plain); plain.Said = text; Examine(plain.Said);")]
    [InlineData("var own = new Own { Said = text }; var (said, mine) = own; Examine(said);")]
    [InlineData("var own = new Own(); own.Said = text; Examine(own.Said);")]
    [InlineData("var own = new Own(); own.Said += text; Examine(own.Said);")]
    [InlineData("var own = new Own { Said = text }; own.Deconstruct(out var said, out _); Examine(said);")]
    [InlineData("var (host, mine) = new Uri(text); Examine(host);")]
    [InlineData("foreach (var (said, mine) in new[] { new Own { Said = text } }) { Examine(said); }")]
    [InlineData("Examine(new Pair(text, \"mine\").ToString());")]
    [InlineData("Examine(new { Said = text }.Said);")]
    [InlineData("Examine(new { Said = text }.ToString()!);")]
    [InlineData("var outer = new { Inner = new { Said = text } }; Examine(outer.Inner.Said);")]
    public void The_part_that_a_model_said_arrives(string statements) => Asked.Arrives(statements, Types);

    [Theory]
    [InlineData("Examine(Both(text).Said);", "partial class A { static (string Said, string Mine) Both(string given) => (given, \"mine\"); }")]
    [InlineData("var (said, _) = await BothAsync(text); Examine(said);", "partial class A { static async Task<(string, string)> BothAsync(string given) { await Task.Yield(); return (given, \"mine\"); } }")]
    [InlineData("Examine(Make(text).Said);", "partial class A { static Pair Make(string given) => new(given, \"mine\"); }")]
    [InlineData("Examine(First(new Pair(text, \"mine\")));", "partial class A { static string First(Pair pair) => pair.Said; }")]
    [InlineData("Fill(text, out var said, out _); Examine(said);", "partial class A { static void Fill(string given, out string said, out string mine) => (said, mine) = (given, \"mine\"); }")]
    [InlineData("var own = new Own(); Fill(own, text); Examine(own.Said);", "partial class A { static void Fill(Own own, string given) => own.Said = given; }")]
    public void Through_an_own_member(string statements, string declarations) => Asked.Arrives(statements, Types + declarations);

    [Theory]
    [InlineData("var (said, mine) = new Own { Said = text }; Examine(said);", "class Own { public string Said = \"\"; public void Deconstruct(out string said, out string mine) { said = Said; mine = \"mine\"; } }")]
    [InlineData("var (said, mine) = new Own(text); Examine(said);", "class Own(string given) { public void Deconstruct(out string said, out string mine) { said = given.Trim(); mine = \"mine\"; } }")]
    [InlineData("var (said, mine) = new Own(text); Examine(said);", "record Own(string Given); static class Owns { public static void Deconstruct(this Own own, out string said, out string mine) { said = own.Given; mine = \"mine\"; } }")]
    [InlineData("var (said, (inner, mine)) = new Own(text); Examine(inner);", "class Own(string given) { public void Deconstruct(out string said, out Inner inner) { said = \"mine\"; inner = new Inner(given); } } record Inner(string Said, string Mine) { public Inner(string said) : this(said, \"mine\") { } }")]
    [InlineData("if (new Own(text) is (var said, _)) { Examine(said); }", "class Own(string given) { public void Deconstruct(out string said, out string mine) { said = given; mine = \"mine\"; } }")]
    [InlineData("if (new Own(text) is var (said, mine)) { Examine(said); }", "class Own(string given) { public void Deconstruct(out string said, out string mine) { said = given; mine = \"mine\"; } }")]
    [InlineData("Examine(new Own(text) switch { (\"a\", _) => \"mine\", (var said, _) => said });", "class Own(string given) { public void Deconstruct(out string said, out string mine) { said = given; mine = \"mine\"; } }")]
    [InlineData("foreach (var (said, mine) in new[] { new Own(text) }) { Examine(said); }", "class Own(string given) { public void Deconstruct(out string said, out string mine) { said = given; mine = \"mine\"; } }")]
    [InlineData("string said; (said, _) = new Own(text); Examine(said);", "class Own(string given) { public void Deconstruct(out string said, out int mine) { said = given; mine = 1; } }")]
    public void Through_an_own_deconstruction(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var pair = (text, \"mine\"); Examine(pair.Item2);")]
    [InlineData("var (said, mine) = (text, \"mine\"); Examine(mine);")]
    [InlineData("string said, mine; (said, mine) = (text, \"mine\"); Examine(mine);")]
    [InlineData("var ((said, one), mine) = ((text, \"a\"), \"mine\"); Examine(one);")]
    [InlineData("var a = text; var b = \"mine\"; (a, b) = (b, a); Examine(a);")]
    [InlineData("var pair = Tuple.Create(text, \"mine\"); Examine(pair.Item2);")]
    [InlineData("var pair = KeyValuePair.Create(\"k\", text); Examine(pair.Key);")]
    [InlineData("Examine(new Pair(text, \"mine\").Mine);")]
    [InlineData("var (said, mine) = new Pair(text, \"mine\"); Examine(mine);")]
    [InlineData("Examine(new Triple(text, \"mine\", \"third\").Third);")]
    [InlineData("Examine(new Triple(text, \"mine\", \"third\").Mine);")]
    [InlineData("Examine(new Nominal { Said = text }.Mine);")]
    [InlineData("var copy = new Pair(text, \"mine\") with { Said = \"mine\" }; Examine(copy.Said);")]
    [InlineData("var copy = new { Said = text } with { Said = \"mine\" }; Examine(copy.Said);")]
    [InlineData("Examine(new { Said = text, Mine = \"mine\" }.Mine);")]
    [InlineData("var plain = new Plain { Said = text, Mine = \"mine\" }; Examine(plain.Mine);")]
    [InlineData("var own = new Own { Said = text, Mine = \"mine\" }; own.Said = \"mine\"; Examine(own.Said);")]
    [InlineData("var one = new Own { Said = text }; var two = new Own { Said = \"mine\" }; Examine(two.Said);")]
    public void Another_part_stays_away(string statements) => Asked.StaysAway(statements, Types);
}
