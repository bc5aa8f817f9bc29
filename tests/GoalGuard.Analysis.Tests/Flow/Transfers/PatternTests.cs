namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Patterns, switches, casts and the operators for what may be null.</summary>
public sealed class PatternTests
{
    private const string Types = """

        record Pair(string Said, string Mine);
        class Own { public string Said { get; set; } = ""; public Own? Inner { get; set; } public List<string> Items { get; } = new(); public void Deconstruct(out string said, out string mine) { said = Said; mine = "mine"; } }
        abstract record Shape; record Circle(string Said) : Shape; record Square(string Mine) : Shape;
        """;

    [Theory]
    [InlineData("if (text is { } said) { Examine(said); }")]
    [InlineData("if (text is { Length: > 0 } said) { Examine(said); }")]
    [InlineData("if (text is string said) { Examine(said); }")]
    [InlineData("if (text is var said) { Examine(said); }")]
    [InlineData("object any = text; if (any is string said && said != \"\") { Examine(said); }")]
    [InlineData("object any = text; if (any is not string said) { return; } Examine(said);")]
    [InlineData("if (new Pair(text, \"mine\") is { Said: var said }) { Examine(said); }")]
    [InlineData("if (new Pair(text, \"mine\") is { Said: { Length: > 0 } said }) { Examine(said); }")]
    [InlineData("if (new Pair(text, \"mine\") is (var said, \"mine\")) { Examine(said); }")]
    [InlineData("if (new Pair(text, \"mine\") is var (said, mine)) { Examine(said); }")]
    [InlineData("if (new Own { Said = text } is (var said, _)) { Examine(said); }")]
    [InlineData("var own = new Own { Inner = new Own { Said = text } }; if (own is { Inner.Said: var said }) { Examine(said); }")]
    [InlineData("var own = new Own { Inner = new Own { Said = text } }; if (own is { Inner: { Said: { } said } }) { Examine(said); }")]
    [InlineData("var own = new Own { Items = { text } }; if (own is { Items: [var said, ..] }) { Examine(said); }")]
    [InlineData("if ((text, 1) is (var said, 1)) { Examine(said); }")]
    [InlineData("if (text.Split(' ') is [var said, ..]) { Examine(said); }")]
    [InlineData("if (text.Split(' ') is [.., var said]) { Examine(said); }")]
    [InlineData("if (text.Split(' ') is [_, .. var rest]) { Examine(rest[0]); }")]
    [InlineData("if (text is [var letter, ..]) { Examine(letter); }")]
    [InlineData("if (text is ['a', .. var rest]) { Examine(rest); }")]
    [InlineData("if (text.Split(' ') is [\"run\", .. { Length: 1 } rest]) { Examine(rest[0]); }")]
    [InlineData("Shape shape = new Circle(text); if (shape is Circle { Said: var said }) { Examine(said); }")]
    [InlineData("Shape shape = new Circle(text); if (shape is Circle(var said)) { Examine(said); }")]
    [InlineData("Examine(text switch { \"\" => \"none\", var said => said });")]
    [InlineData("Examine(text switch { { Length: > 3 } said when said != \"abc\" => said.Trim(), _ => \"mine\" });")]
    [InlineData("Examine(new Pair(text, \"mine\") switch { (var said, \"a\") => said, { Said: var said } => said });")]
    [InlineData("Shape shape = new Circle(text); Examine(shape switch { Circle c => c.Said, Square s => s.Mine, _ => \"\" });")]
    [InlineData("Examine((text, 1) switch { (var said, 1) => said, _ => \"mine\" });")]
    [InlineData("switch (text) { case \"\": break; case var said when said.Length > 1: Examine(said); break; }")]
    [InlineData("object any = text; switch (any) { case int: break; case string said: Examine(said); break; }")]
    [InlineData("switch (text) { case \"a\": goto case \"b\"; case \"b\": Examine(text); break; }")]
    [InlineData("object any = text; Examine((any as string)!);")]
    [InlineData("object any = text; Examine((string)any);")]
    [InlineData("IEnumerable<char> any = text; Examine((string)any);")]
    [InlineData("Examine(text ?? \"mine\");")]
    [InlineData("string? none = Coin() ? null : \"mine\"; Examine(none ?? text);")]
    [InlineData("string? none = null; none ??= text; Examine(none);")]
    [InlineData("var own = new Own(); Own? maybe = own; own.Said = text; Examine(maybe?.Said!);")]
    [InlineData("string? said = text; Examine(said?.Trim().Split(' ')[0]!);")]
    [InlineData("var own = new Own { Inner = new Own { Said = text } }; Examine(own?.Inner?.Said!);")]
    [InlineData("Own? own = new Own(); own?.Said = text; Examine(own!.Said);")]
    [InlineData("Examine(Coin() ? text : \"mine\");")]
    [InlineData("var mine = \"mine\"; ref var either = ref (Coin() ? ref text : ref mine); Examine(either);")]
    [InlineData("Examine(text!);")]
    [InlineData("var said = Coin() switch { true => text, false => throw new InvalidOperationException() }; Examine(said);")]
    [InlineData("Examine(text ?? throw new InvalidOperationException());")]
    [InlineData("string said; if (Coin()) { said = text; } else { said = \"mine\"; } Examine(said);")]
    [InlineData("var said = \"\"; for (var i = 0; i < 3; i++) { said = said + text; } Examine(said);")]
    [InlineData("var said = \"\"; while (Coin()) { said = text; } Examine(said);")]
    [InlineData("var said = \"\"; do { said = text; } while (Coin()); Examine(said);")]
    [InlineData("var said = \"\"; var next = \"\"; while (Coin()) { said = next; next = text; } Examine(said);")]
    [InlineData("var said = \"\"; again: if (said.Length < 3) { said = text; goto again; } Examine(said);")]
    public void What_is_matched_or_chosen_arrives(string statements) => Asked.Arrives(statements, Types);

    [Theory]
    [InlineData("if (new Pair(text, \"mine\") is { Mine: var mine }) { Examine(mine); }")]
    [InlineData("if (new Pair(text, \"mine\") is (_, var mine)) { Examine(mine); }")]
    [InlineData("if ((text, \"mine\") is (_, var mine)) { Examine(mine); }")]
    [InlineData("Examine(text switch { \"a\" => \"mine\", _ => \"other\" });")]
    [InlineData("Examine(new Pair(text, \"mine\") switch { (_, var mine) => mine });")]
    [InlineData("Examine(text == \"a\" ? \"mine\" : \"other\");")]
    [InlineData("string mine = \"mine\"; if (text is { Length: > 3 }) { mine = \"other\"; } Examine(mine);")]
    [InlineData("switch (text) { case { } said: said = \"mine\"; Examine(said); break; }")]
    [InlineData("var mine = \"mine\"; mine ??= \"other\"; Examine(mine + (text is null));")]
    [InlineData("var said = text; said = \"mine\"; Examine(said);")]
    public void What_only_decides_stays_away(string statements) => Asked.StaysAway(statements, Types);
}
