namespace GoalGuard.Analysis.Tests.Behaviour.Text;

/// <summary>Texts that come about over several statements of one method.</summary>
public class StatementTests
{
    [Theory]
    [InlineData("var p = \"a\"; p += \"b\"; p = p + name;", "ab{name}")]
    [InlineData("var p = \"a\"; p = \"b\";", "b")]
    [InlineData("string p; if (verbose) p = \"a\"; else p = \"b\";", "(a|b)")]
    [InlineData("var p = \"a\"; if (verbose) p += \"b\"; p += \"c\";", "a(b|)c")]
    [InlineData("var p = \"a\"; if (verbose) { p = \"b\"; return; } p += \"c\";", "ac")]
    [InlineData("var p = \"a\"; if (verbose) { p = \"b\"; throw new Exception(); }", "a")]
    [InlineData("var p = \"a\"; if (level == 1) p = \"b\"; else if (level == 2) p = \"c\"; else if (level == 3) return;", "(b|c|a)")]
    [InlineData("string p; switch (level) { case 1: p = \"a\"; break; case 2: p = \"b\"; break; default: p = name; break; }", "(a|b|{name})")]
    [InlineData("var p = \"a\"; switch (level) { case 1: p += \"b\"; break; }", "a(|b)")]
    [InlineData("var p = \"a\"; foreach (var item in items) p += \"- \" + item;", "a[- {item}]…")]
    [InlineData("var p = \"a\"; for (var i = 0; i < 3; i++) { p = i + p; }", "[{i}]…a")]
    [InlineData("var p = \"a\"; while (verbose) { if (level > 1) p += \"b\"; else p += \"c\"; }", "a[(b|c)]…")]
    [InlineData("var p = \"a\"; do { p = \"b\"; } while (verbose);", "(a|b)")]
    [InlineData("var p = \"a\"; while (verbose) { p = p.Trim(); }", "a")]
    [InlineData("var p = \"a\"; foreach (var item in new[] { \"x\", \"y\" }) p += item;", "a[(x|y)]…")]
    [InlineData("var q = \"a\"; var p = \"b\"; while (verbose) { p = q + \"c\"; q = p; }", "(b|a…c)")]
    [InlineData("var p = \"a\"; while (verbose) { p = p + p; }", "a(|…a…)")]
    [InlineData("var p = \"a\"; try { p = \"b\"; level = int.Parse(name); } catch { p += \"c\"; } finally { p += \"d\"; }", "(b|(a|b)c)d")]
    [InlineData("var q = \"a\"; var p = q; q = \"b\";", "a")]
    [InlineData("var (p, q) = (\"a\", \"b\"); (p, q) = (q, p);", "b")]
    [InlineData("string? p = null; p ??= \"a\";", "(|a)")]
    [InlineData("if (any is not string p) p = \"a\";", "(a|{any})")]
    [InlineData("var p = name; if (verbose) p = \"a\";", "(a|{name})")]
    [InlineData("name += \"a\"; var p = name;", "{name}a")]
    [InlineData("while (verbose) name += \"a\"; var p = name;", "{name}[a]…")]
    [InlineData("var d = new Dictionary<string, string>(); d.TryGetValue(\"a\", out var p);", "{p}")]
    public void Locals(string statements, string text) => Assert.Equal(text, Prompts.Of(statements));

    [Theory]
    [InlineData("b.Append(\"a\"); b.AppendLine(\"b\"); b.Append(name);", "ab\n{name}")]
    [InlineData("b.Append(\"a\").Append(\"b\"); b.Insert(0, \"z\");", "zab")]
    [InlineData("b.Append(\"a\"); if (verbose) b.Append(\"b\"); else { b.Append(\"c\"); } b.Append(\"d\");", "a(b|c)d")]
    [InlineData("b.AppendLine(\"a\"); foreach (var item in items) { b.Append(\"- \").AppendLine(item); }", "a\n[- {item}\n]…")]
    [InlineData("foreach (var item in items) { foreach (var c in item) b.Append(c); b.Append(\";\"); }", "[[{c}]…;]…")]
    [InlineData("b.Append(\"a\"); b.Clear(); b.Append(\"b\");", "b")]
    [InlineData("b.Append(\"{x}\"); b.Replace(\"{x}\", name);", "{p}")]
    [InlineData("b.Append(level).Append('c').Append(\"d\", 0, 1);", "{level}cd")]
    [InlineData("items.ToList().ForEach(item => b.Append(item));", "[{item}]…")]
    [InlineData("Rules(b, name); b.Append(\"!\");", "rules for {name}!")]
    [InlineData("void Add(string s) { b.Append(s).Append(';'); } Add(\"a\"); Add(name);", "a;{name};")]
    [InlineData("b.Append(\"a\"); var other = new StringBuilder(\"x\"); other.Append(\"y\"); b.Append(other);", "axy")]
    public void StringBuilders(string statements, string text) => Assert.Equal(text, Prompts.Of(
        "var b = new StringBuilder(); " + statements + " var p = b.ToString();",
        "static void Rules(StringBuilder target, string who) { target.Append(\"rules for \"); target.Append(who); }"));

    [Theory]
    [InlineData("l.Add(\"a\"); l.Add(name); if (verbose) l.Add(\"b\");", "a, {name}(, b|)")]
    [InlineData("l.AddRange(items); l.Insert(0, \"a\");", "a[, {items}]…")]
    [InlineData("foreach (var item in items) l.Add($\"- {item}\");", "[, - {item}]…")]
    public void Lists(string statements, string text) =>
        Assert.Equal(text, Prompts.Of("var l = new List<string>(); " + statements + " var p = string.Join(\", \", l);"));

    [Fact]
    public void CollectionExpression() => Assert.Equal("a b", Prompts.Of("string[] l = [\"a\", \"b\"]; var p = string.Join(' ', l);"));

    [Fact]
    public void InsideALoopTheTextOfEarlierRoundsIsThere() =>
        Assert.Equal(["a[again]…"], Prompts.Asking("var p = \"a\"; while (true) { await c.GetResponseAsync(p); p += \"again\"; }"));

    [Fact]
    public void InsideNestedLoops() => Assert.Equal(
        ["a[[x]…y]…[x]…"],
        Prompts.Asking("var p = \"a\"; while (true) { for (;;) { await c.GetResponseAsync(p); p += \"x\"; if (p == \"\") break; } p += \"y\"; }"));

    [Fact]
    public void InsideABranch() => Assert.Equal(
        ["ab"], Prompts.Asking("var p = \"a\"; if (v) { p += \"b\"; await c.GetResponseAsync(p); } p += \"c\";"));

    [Fact]
    public void InALambdaWhatIsCapturedMayComeBeforeOrAfter() => Assert.Equal(
        ["(a|b)!"],
        Prompts.Asking("var p = \"a\"; Func<Task> ask = async () => { var q = p + \"!\"; await c.GetResponseAsync(q); }; p = \"b\"; ask();", "void"));

    [Fact]
    public void InALocalFunctionBehindTheReturn() => Assert.Equal(
        ["ax"],
        Prompts.Asking("var p = \"a\"; return Ask(\"x\"); async Task Ask(string who) => await c.GetResponseAsync(p + who);", "Task"));

    [Fact]
    public void TopLevelStatements() => Assert.Equal(
        ["a{args}b"],
        new Prompts("IChatClient c = null!; var p = \"a\"; await Ask(p + args); Task Ask(string q) => c.GetResponseAsync(q + \"b\");").Texts("Program", "<Main>$"));
}
