namespace GoalGuard.Analysis.Tests.Behaviour.Text;

/// <summary>Texts that come through other members, types and files.</summary>
public class MemberTests
{
    [Theory]
    [InlineData("P", "const string P = \"a\" + Q; const string Q = \"b\";", "ab")]
    [InlineData("P", "static readonly string P = $\"a{Q}\"; const string Q = \"b\";", "ab")]
    [InlineData("P", "readonly string P = \"a\";", "a")]
    [InlineData("P", "string P { get; } = \"a\";", "a")]
    [InlineData("P", "string P => \"a\" + Q; string Q { get { if (Environment.Is64BitProcess) return \"b\"; return \"c\"; } }", "a(b|c)")]
    [InlineData("P", "string P { get; set; } = \"a\";", "(a|{P})")]
    [InlineData("P", "string P { get; set; } = \"\";", "(|{P})")]
    [InlineData("P", "string? P { get; set; }", "{P}")]
    [InlineData("P", "string P = \"a\";", "(a|{P})")]
    [InlineData("P", "readonly string P; A() { P = \"a\"; P += Q; } const string Q = \"b\";", "ab")]
    [InlineData("P", "static readonly string P; static A() => P = \"a\";", "a")]
    [InlineData("P", "readonly string P; A(string p) => P = p;", "{P}")]
    [InlineData("P", "readonly string P; A(string p) => P = p; static A Make() => new A(\"a\");", "a")]
    [InlineData("P", "readonly string P; A(string p) => P = p; A() : this(\"a\") { }", "a")]
    [InlineData("string.Join(\"; \", Rules)", "static readonly string[] Rules = { \"a\", \"b\" };", "a; b")]
    [InlineData("string.Join(\"; \", Rules.Select(rule => $\"- {rule}\"))", "static readonly string[] Rules = [\"a\", \"b\"];", "[; - (a|b)]…")]
    [InlineData("Make(name)", "static string Make(string who) => $\"Hi {who}\";", "Hi {name}")]
    [InlineData(
        "Make(name, polite: verbose)",
        "static string Make(string who, bool polite) { var t = \"Hi \" + who; if (polite) { t += \", please\"; } return t; }",
        "Hi {name}(, please|)")]
    [InlineData("Make()", "static string Make(string who = \"you\") => $\"Hi {who}\";", "Hi you")]
    [InlineData("Make(\"a\", name)", "static string Make(params string[] parts) => string.Join(' ', parts);", "a {name}")]
    [InlineData("await Make(name)", "static async Task<string> Make(string who) { await Task.Yield(); return $\"Hi {who}\"; }", "Hi {name}")]
    [InlineData("Outer(name)", "static string Outer(string x) => \"<\" + Inner(x + \"!\") + \">\"; static string Inner(string y) => y.Trim();", "<{name}!>")]
    [InlineData("\"a\".Wrap(name)", "} static class E { public static string Wrap(this string text, string x) => x + text; ", "{name}a")]
    [InlineData("Make<int>(name)", "static string Make<T>(T one) => $\"{one}\"; static string Make<T>(string one) => $\"<{one}>\";", "<{name}>")]
    [InlineData(
        "string.Join(',', Make(name))",
        "static IEnumerable<string> Make(string x) { yield return \"a\"; if (x.Length > 3) yield return x; foreach (var c in x) yield return \"c\"; }",
        "a(,{name}|)[,c]…")]
    [InlineData("Other.Make()", "} class Other { public static string Make() => File.ReadAllText(\"p.md\"); ", "{Other.Make():p.md}")]
    [InlineData("new Maker().Make()", "} interface IMaker { string Make(); } class Maker : IMaker { public string Make() => \"a\"; ", "a")]
    [InlineData(
        "((IMaker)any).Make()",
        "} interface IMaker { string Make(); } class One : IMaker { public string Make() => \"a\"; } class Two : IMaker { public string Make() => \"b\"; ",
        "(a|b)")]
    [InlineData("new Texts(\"a\", name).System", "record Texts(string System, string User);", "a")]
    [InlineData("new Texts { System = \"a\" + name }.System", "class Texts { public string System { get; init; } = \"b\"; }", "a{name}")]
    [InlineData("Known.System", "static readonly Texts Known = new(\"a\", \"b\"); record Texts(string System, string User);", "a")]
    [InlineData("Same(name)", "static string Same(string x) => x;", "{name}")]
    [InlineData("Pick(name, items[0])", "static string Pick(string x, string y) => x.Length > 3 ? x : y;", "({name}|{items[0]})")]
    [InlineData("Pick(any)", "static string Pick(object x) => x.GetHashCode() > 3 ? Environment.MachineName : Environment.UserName;", "{Pick(any)}")]
    [InlineData("_p", "string _p = \"a\"; void Set(string p) => _p = p;", "(a|{_p})")]
    public void Assembles(string expression, string members, string text) => Assert.Equal(text, Prompts.Expression(expression, members));

    [Fact]
    public void ObjectInALocal() => Assert.Equal(
        "a", Prompts.Of("var t = new Texts { System = \"a\" }; var p = t.System;", "class Texts { public string System { get; init; } = \"b\"; }"));

    [Fact]
    public void AssignedFieldOfTheOwnObject() => Assert.Equal("ab", Prompts.Of("_p = \"a\"; _p += \"b\"; var p = _p;", "string _p = \"\";"));

    [Fact]
    public void PrimaryConstructor() => Assert.Equal(
        ["a!"], new Prompts("class A(IChatClient c, string p) { Task M() => c.GetResponseAsync(p + \"!\"); static A Make(IChatClient c) => new(c, \"a\"); }").Texts());

    private const string Asker = "partial class A {{ {0} Task M(IChatClient c, string p) => c.GetResponseAsync(p); {1} }}";

    [Theory]
    [InlineData("private", "", "{p}")]
    [InlineData("private", "Task N(IChatClient c) => M(c, \"a\");", "a")]
    [InlineData("private", "Task N(IChatClient c) => M(c, \"a\"); Task O(IChatClient c) => M(c, \"b\");", "(a|b)")]
    [InlineData("public", "Task N(IChatClient c) => M(c, \"a\");", "a")]
    [InlineData("public", "Task N(IChatClient c) => M(c, \"a\"); Task O(IChatClient c) => M(c, \"b\");", "(a|b|{p})")]
    [InlineData("private", "Task N(IChatClient c, string q) { q += \"!\"; return M(c, q); } Task O(IChatClient c) => N(c, \"a\");", "a!")]
    [InlineData("private", "Task N(IChatClient c, int n) => M(c, $\"a{n}\");", "a{n}")]
    public void Callers(string accessibility, string callers, string text) => Assert.Equal([text], new Prompts(string.Format(Asker, accessibility, callers)).Texts());

    [Fact]
    public void LiteralOfAnotherFile()
    {
        var prompts = new Prompts(
            "class A { Task M(IChatClient c, string name) => c.GetResponseAsync(Texts.System + name + Make()); static string Make() => \"c\"; }",
            "static class Texts { public const string System = \"You are a \" + Kind; const string Kind = \"bot\"; }");
        var text = prompts.Text;
        Assert.Equal("You are a bot{name}c", text.ToString());
        Assert.Equal(["\"You are a \"", "\"bot\"", "\"c\""], text.Literals.Select(literal => prompts.At(literal.Span)));
        Assert.Equal(["Texts.System", "Texts.System", "Make()"], text.Literals.Select(literal => prompts.At(literal.ReadAt)));
        Assert.Equal(["/test/1.cs", "/test/1.cs", "/test/0.cs"], text.Literals.Select(literal => literal.Span.Path));
        Assert.Null(text.Holes.Single().ReadAt);
    }

    [Fact]
    public void LiteralOfACaller()
    {
        var prompts = new Prompts(
            "class A { public Task M(IChatClient c, string p) => c.GetResponseAsync(p + \"!\"); }",
            "class B { Task N(IChatClient c) => new A().M(c, \"a\"); }");
        var literal = prompts.Text.Literals.First();
        Assert.Equal(("a", "\"a\"", "/test/1.cs", "p"), (literal.Text, prompts.At(literal.Span), literal.Span.Path, prompts.At(literal.ReadAt)));
    }
}
