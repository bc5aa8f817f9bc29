namespace GoalGuard.Analysis.Tests.Behaviour.Text;

/// <summary>Every form in which one expression says a text.</summary>
public class ExpressionTests
{
    [Theory]
    [InlineData("\"You are a helper.\"", "You are a helper.")]
    [InlineData("@\"a \"\"b\"\"\"", "a \"b\"")]
    [InlineData("\"a\" + \"b\" + name + \"c\"", "ab{name}c")]
    [InlineData("\"a\" + 5 + 'c' + true", "a5cTrue")]
    [InlineData("$\"Hi {name}, {5} {level:D3} {{x}}\"", "Hi {name}, 5 {level} {x}")]
    [InlineData("$\"a{name}\" + $\"b{level}\"", "a{name}b{level}")]
    [InlineData("$\"\"\"say \"{name}\" \"\"\"", "say \"{name}\" ")]
    [InlineData("verbose ? \"long\" : \"short\"", "(long|short)")]
    [InlineData("verbose ? \"long\" : level > 1 ? \"middle\" : \"short\"", "(long|middle|short)")]
    [InlineData("\"a\" + (verbose ? \"b\" : null) + \"c\"", "a(b|)c")]
    [InlineData("name ?? \"nobody\"", "({name}|nobody)")]
    [InlineData("\"a\" + default(string) + (verbose ? \"b\" : default)", "a(b|)")]
    [InlineData("any as string ?? \"none\"", "({any}|none)")]
    [InlineData("name ?? throw new Exception()", "{name}")]
    [InlineData("level switch { 1 => \"one\", 2 => \"two\", _ => throw new Exception() }", "(one|two)")]
    [InlineData("string.Concat(\"a\", name, \"b\", \"c\", level)", "a{name}bc{level}")]
    [InlineData("string.Join(\", \", \"a\", name, \"b\")", "a, {name}, b")]
    [InlineData("string.Join(\"; \", new[] { \"a\", \"b\" })", "a; b")]
    [InlineData("string.Join(\"; \", items)", "[; {items}]…")]
    [InlineData("string.Join('\\n', items.Select(item => $\"- {item}\"))", "[\n- {item}]…")]
    [InlineData("string.Join(\",\", new List<string> { \"a\", \"b\" }.Append(\"c\"))", "a,b,c")]
    [InlineData("string.Format(\"Hi {0}, {{x}} {1:D2}!\", name, level)", "Hi {name}, {x} {level}!")]
    [InlineData("string.Format(\"{0}{1}{2}{3}{0}\", \"a\", \"b\", \"c\", name)", "abc{name}a")]
    [InlineData("\"Dear {{who}}, {{who}}!\".Replace(\"{{who}}\", name)", "Dear {name}, {name}!")]
    [InlineData("\"a-b\".Replace('-', '+')", "a+b")]
    [InlineData("\"a\".Replace(name, \"x\")", "a(|x)")]
    [InlineData("name.Replace(\"a\", \"x\")", "{name}(|x)")]
    [InlineData("\"a \".Trim().TrimEnd().Normalize().ReplaceLineEndings().ToString()", "a ")]
    [InlineData("any?.ToString() ?? \"none\"", "({any?.ToString()}|none)")]
    [InlineData("new StringBuilder(\"a\").Append(\"b\").AppendLine(name).AppendFormat(\"{0}!\", level).Insert(0, \"z\").ToString()", "zab{name}\n{level}!")]
    [InlineData("new StringBuilder().Append($\"a{name}b\").AppendJoin(\", \", items).ToString()", "a{name}b[, {items}]…")]
    [InlineData("FormattableString.Invariant($\"a {level}\")", "a {level}")]
    [InlineData("string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"a {level}\")", "a {level}")]
    [InlineData("await Task.FromResult(\"a\").ConfigureAwait(false)", "a")]
    [InlineData("(string)(object)\"a\"", "a")]
    [InlineData("nameof(level) + string.Empty + Environment.NewLine + DayOfWeek.Monday", "level\nMonday")]
    [InlineData("File.ReadAllText(\"prompts/system.md\")", "{File.ReadAllText(\"prompts/system.md\"):prompts/system.md}")]
    [InlineData(
        "await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, \"prompts\", \"a.md\"))",
        "{File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory,…:prompts/a.md}")]
    [InlineData("\"a\" + File.ReadAllText(name).Trim()", "a{File.ReadAllText(name)}")]
    [InlineData("name.Substring(1)", "{name.Substring(1)}")]
    public void Assembles(string expression, string text) => Assert.Equal(text, Prompts.Expression(expression));

    [Fact]
    public void RawStringsAreDedented() =>
        Assert.Equal("You are\n  {name}.\nEnd", Prompts.Of("var p = $\"\"\"\n        You are\n          {name}.\n        End\n        \"\"\";"));

    [Fact]
    public void InterpolationIntoABuilder() =>
        Assert.Equal("a{name}\nb\n", Prompts.Of("var b = new StringBuilder(); b.AppendLine($\"a{name}\").AppendLine($\"b\"); var p = b.ToString();"));

    [Fact]
    public void ExplicitHandler() =>
        Assert.Equal("a{name}", Prompts.Of(
            "var h = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(1, 1); h.AppendLiteral(\"a\"); h.AppendFormatted(name);"
            + "var p = h.ToStringAndClear();"));

    [Fact]
    public void HandlerOfTheProgram() => Assert.Equal("> a{name}b", Prompts.Of(
        "var p = Make($\"a{name}b\");",
        """
        static string Make(Handler handler) => "> " + handler.ToString();
        [System.Runtime.CompilerServices.InterpolatedStringHandler]
        struct Handler
        {
            public Handler(int a, int b) { }
            public void AppendLiteral(string s) { }
            public void AppendFormatted<T>(T t) { }
            public override string ToString() => "";
        }
        """));

    [Fact]
    public void ResourceStream() => Assert.Equal("a{reader.ReadToEnd():App.prompts.a.md}", Prompts.Of(
        "using var stream = typeof(A).Assembly.GetManifestResourceStream(\"App.prompts.a.md\")!; using var reader = new StreamReader(stream);"
        + "var p = \"a\" + reader.ReadToEnd();"));

    [Fact]
    public void ManyChoicesEndInAHole()
    {
        var text = Prompts.Body("var p = level switch { " + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i} => \"t{i}\", ")) + " _ => name };").Text;
        Assert.Equal("(t0|t1|t2|t3|t4|t5|t6|t7|{...})", text.ToString());
        Assert.False(text.IsComplete);
    }
}
