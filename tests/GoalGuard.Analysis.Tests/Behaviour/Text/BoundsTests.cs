using GoalGuard.Analysis.Behaviour.Text;

namespace GoalGuard.Analysis.Tests.Behaviour.Text;

/// <summary>A thousand of everything: a whole text or one that says where it was cut, always the same.</summary>
public class BoundsTests
{
    private static string Times(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    [Fact]
    public void DeepSum()
    {
        var text = Prompts.Body("var p = \"a\"" + Times(1000, i => $" + {(i % 2 == 0 ? "name" : "\"b\"")}") + ";").Text;
        Assert.True(text.IsComplete);
        Assert.Equal(1001, text.Fragments.Length);
    }

    [Fact]
    public void DeepSumToTheRight() =>
        Assert.Equal(Times(200, i => i + "{name}") + "z", Prompts.Of("var p = " + Times(200, i => $"\"{i}\" + (name + ") + "\"z\"" + Times(200, _ => ")") + ";"));

    [Fact]
    public void DeepCallsAreCut()
    {
        var text = Prompts.Body("var p = " + Times(200, i => $"string.Concat(\"{i % 10}\", ") + "name" + Times(200, _ => ")") + ";").Text;
        Assert.False(text.IsComplete);
        Assert.StartsWith("0123456789", text.ToString());
        Assert.EndsWith("{...}", text.ToString());
    }

    [Fact]
    public void TheDeepestFitsOnASmallStack()
    {
        var opening = Times(200, _ => "(verbose ? string.Concat(\"a\", level switch { 1 => ");
        var prompts = Prompts.Body("var p = " + opening + "name" + Times(200, _ => ", _ => \"b\" }) : \"c\")") + ";");
        var whole = prompts.Text.ToString();
        Assert.Contains("{...}", whole);
        string? text = null;

        // The compiler has bound the member before, on a stack of its own size.
        var thread = new Thread(() => text = prompts.Text.ToString(), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(whole, text);
    }

    [Fact]
    public void ManyAppends()
    {
        var text = Prompts.Body("var b = new StringBuilder(); " + Times(1000, i => $"b.Append(\"{i}\");") + " var p = b.ToString();").Text;
        Assert.True(text.IsComplete);
        Assert.Equal(Times(1000, i => $"{i}"), text.Constant);
    }

    [Fact]
    public void LongChainOfAppends() =>
        Assert.Equal(Times(1000, i => $"{i}"), Prompts.Of("var p = new StringBuilder()" + Times(1000, i => $".Append(\"{i}\")") + ".ToString();"));

    [Fact]
    public void TooManyFragments()
    {
        var text = Prompts.Body("var b = new StringBuilder(); " + Times(3000, i => $"b.Append(\"{i}\");") + " var p = b.ToString();").Text;
        Assert.False(text.IsComplete);
        Assert.InRange(text.Weight, AssembledText.MaxFragments, AssembledText.MaxFragments + 1);
        Assert.EndsWith("{...}", text.ToString());
    }

    [Fact]
    public void Doubling()
    {
        var text = Prompts.Body("var p0 = \"a\"; " + Times(60, i => $"var p{i + 1} = p{i} + p{i};") + " var p = p60;").Text;
        Assert.False(text.IsComplete);
        Assert.InRange(text.Weight, 1, AssembledText.MaxFragments + 1);
    }

    [Fact]
    public void NestedChoices()
    {
        var text = Prompts.Body("var p = \"a\"; " + Times(1000, i => $"if (level == {i}) p = \"<\" + p; else p = \"b\" + p + \"c\";")).Text;
        Assert.False(text.IsComplete);
        Assert.InRange(text.Depth, 1, AssembledText.MaxDepth);
    }

    [Fact]
    public void LongElseIf()
    {
        var text = Prompts.Body("string p = \"z\"; " + Times(300, i => $"if (level == {i}) p = \"{i}\"; else ") + "p = \"y\";").Text;
        Assert.Equal("(0|1|2|3|4|5|6|7|{...})", text.ToString());
    }

    [Fact]
    public void DeepSyntax() =>
        Assert.StartsWith("a", Prompts.Of("var p = \"a\"; " + Times(100, _ => "while (verbose) { ") + "p += \"b\";" + Times(100, _ => "}")));

    [Fact]
    public void NestedLoopsAroundTheAskedExpression()
    {
        var texts = Prompts.Asking("var p = \"a\"; " + Times(30, _ => "while (v) { ") + "await c.GetResponseAsync(p); p += \"b\";" + Times(30, _ => "}"));
        Assert.StartsWith("a", Assert.Single(texts));
    }

    [Theory]
    [InlineData("static string P(int n) => n == 0 ? \"\" : \"a\" + P(n - 1);", "(|a{P(n - 1)})")]
    [InlineData("static string P(int n) => \"a\" + Q(n); static string Q(int n) => \"b\" + P(n);", "ab{P(n)}")]
    [InlineData("static string P(int n) { string R(int m) => \"a\" + R(m); return R(n); }", "a{R(m)}")]
    public void Recursion(string members, string text) => Assert.Equal(text, Prompts.Expression("P(level)", members));

    [Fact]
    public void MutualFields() => Assert.Equal("a{P}", Prompts.Expression("P", "static readonly string P = Q; static readonly string Q = \"a\" + P;"));

    [Fact]
    public void RecursiveCaller() => Assert.Equal(["({p}!|a)"], new Prompts(
        """
        class A
        {
            private Task M(IChatClient c, string p) { M(c, p + "!"); return c.GetResponseAsync(p); }
            Task N(IChatClient c) => M(c, "a");
        }
        """).Texts());

    [Fact]
    public void SelfAssignment() => Assert.Equal("a", Prompts.Of("var p = \"a\"; while (verbose) { p = p; }"));

    [Fact]
    public void ManyMembers()
    {
        var text = Prompts.Body("", Times(300, i => $"static string P{i}(string x) => \"{i}\" + P{i + 1}(x);") + " static string P300(string x) => x;", "P0(name)").Text;
        Assert.StartsWith("0123456", text.ToString());
    }

    [Fact]
    public void WideFanOutEnds()
    {
        // Each calls the next one twice: 2^20 without bounds.
        var helpers = Times(20, i => $"static string P{i}(string x) => P{i + 1}(x + \"l\") + P{i + 1}(x + \"r\");");
        var text = Prompts.Body("", helpers + " static string P20(string x) => x;", "P0(name)").Text;
        Assert.InRange(text.Weight, 1, AssembledText.MaxFragments + 1);
    }

    [Fact]
    public void AHelperThatIsTooMuchIsAHole() => Assert.Equal(
        "a{Render(name)}b",
        Prompts.Expression("\"a\" + Render(name) + \"b\"", "static string Render(string x) { " + Times(2000, i => $"x = x + {i};") + " return x; }"));

    [Fact]
    public void Deterministic()
    {
        const string Body = """
            var p = "a"; var b = new StringBuilder();
            foreach (var item in items) { if (verbose) p += item; else { p = Make(p); b.Append(p); } }
            switch (level) { case 1: p += "x"; break; case 2: p = b.ToString(); break; }
            p = string.Join(", ", new[] { p, b.ToString(), name });
            """;
        const string Members = "static string Make(string x) => x.Length > 3 ? x + \"m\" : \"n\";";
        var first = Prompts.Of(Body, Members);
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(first, Prompts.Of(Body, Members)));
    }

    [Fact]
    public void Cancellation()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Prompts.Body("var p = \"a\";").Cancelled(source.Token));
    }
}
