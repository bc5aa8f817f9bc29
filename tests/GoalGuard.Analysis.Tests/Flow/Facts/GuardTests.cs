namespace GoalGuard.Analysis.Tests.Flow.Facts;

/// <summary>Each kind of precaution on the facts themselves, and the near-misses that are none.</summary>
public sealed class GuardTests
{
    private static string Seen(string statements) => string.Join("; ", EngineProgram.Whole($$"""
        class A
        {
            private const string Root = "/srv/notes/";
            private static readonly HashSet<string> Known = new() { "a", "b" };
            private static readonly List<string> Grown = new() { "a" };
            private static bool Confirm(string what) { Console.WriteLine(what + "? (y/n)"); return Console.ReadLine() == "y"; }
            void Grow(string more) => Grown.Add(more);
            void M(IChat chat) { var text = chat.Answer("x"); {{statements}} Grow(text); }
            enum Level { Low, High }
        }
        """).Examined);

    [Theory]
    [InlineData("if (Confirm(text)) { Examine(text); }", "Approved")]
    [InlineData("if (!Confirm(text)) { return; } Examine(text);", "Approved")]
    [InlineData("Console.Write(\"Run? \"); if (Console.ReadLine() == \"y\") { Examine(text); }", "Approved")]
    [InlineData("if (Known.Contains(text)) { Examine(text); }", "AllowListed")]
    [InlineData("if (text is \"a\" or \"b\") { Examine(text); }", "AllowListed")]
    [InlineData("switch (text) { case \"a\": Examine(text); break; }", "AllowListed")]
    [InlineData("if (Regex.IsMatch(text, \"^(start|stop)$\")) { Examine(text); }", "AllowListed")]
    [InlineData("if (Regex.IsMatch(text, \"^[a-z]+$\")) { Examine(text); }", "Matched")]
    [InlineData("Examine(Enum.Parse<Level>(text));", "NotText")]
    [InlineData("if (int.TryParse(text, out _)) { Examine(text); }", "NotText")]
    [InlineData("Examine(Path.GetFileName(text));", "FileName")]
    [InlineData("var full = Path.GetFullPath(text); if (full.StartsWith(Root, StringComparison.Ordinal)) { Examine(full); }", "Confined")]
    [InlineData("var full = Path.GetFullPath(text); if (full.StartsWith(\"/srv/notes\", StringComparison.Ordinal)) { Examine(full); }", "WeaklyConfined")]
    [InlineData("Examine(Path.GetFullPath(text));", "Resolved")]
    [InlineData("Examine($\"https://example.com/{text}\");", "HostFixed")]
    [InlineData("var uri = new Uri(text); if (uri.Host == \"example.com\") { Examine(uri); }", "HostChecked")]
    [InlineData("Examine(Uri.EscapeDataString(text));", "Encoded")]
    [InlineData("if (text.StartsWith(\"SELECT \") && !text.Contains(';')) { Examine(text); }", "AllowedVerb, SingleStatement")]
    public void What_is_made_sure_of_is_known_where_it_holds(string statements, string guards) => Assert.Empty(guards.Split(", ").Except(Guards(Seen(statements))));

    [Theory]
    [InlineData("if (Known.Contains(text)) { } Examine(text);")]
    [InlineData("if (Known.Contains(text)) { text = chat.Answer(\"y\"); Examine(text); }")]
    [InlineData("if (Grown.Contains(text)) { Examine(text); }")]
    [InlineData("if (!text.Contains(\"..\")) { Examine(text); }")]
    [InlineData("if (text.StartsWith(Root)) { Examine(text); }")]
    [InlineData("if (text.EndsWith(\".txt\")) { Examine(text); }")]
    [InlineData("if (Known.Contains(Path.GetFileNameWithoutExtension(text))) { Examine(text); }")]
    [InlineData("if (Regex.IsMatch(text, \"[a-z]+\")) { Examine(text); }")]
    [InlineData("Examine(text.Replace(\"'\", \"''\"));")]
    public void What_only_looks_like_it_is_not(string statements)
    {
        var seen = Seen(statements);
        Assert.Contains("ModelOutput", seen);
        foreach (var guard in new[] { "Approved", "AllowListed", "[Confined", " Confined", "HostChecked", "Sandboxed", "FileName" })
        {
            Assert.DoesNotContain(guard, seen);
        }
    }

    [Theory]
    [InlineData("Process.Start(new ProcessStartInfo(\"git\") { ArgumentList = { \"log\", text } });", false)]
    [InlineData("Process.Start(new ProcessStartInfo(\"bash\") { ArgumentList = { \"-c\", text } });", true)]
    [InlineData("Process.Start(\"git\", text);", true)]
    [InlineData("command.Parameters.Add(text); command.CommandText = \"SELECT 1\";", false)]
    [InlineData("command.CommandText = \"SELECT \" + text;", true)]
    public void An_argument_list_or_a_bound_parameter_is_no_act(string statements, bool acts) => Assert.Equal(
        acts, EngineProgram.Of($"class A {{ void M(IChat chat, System.Data.Common.DbCommand command) {{ var text = chat.Answer(\"x\"); {statements} }} }}").Findings.Count > 0);

    [Fact]
    public void A_container_that_mounts_nothing_isolates_what_runs_in_it() => Assert.Contains("Sandboxed", Assert.Single(EngineProgram.Of(
        "class A { void M(IChat chat) { Process.Start(\"docker\", \"run --rm --network none python:3 python -c \" + chat.Answer(\"x\")); } }").Findings).Facts.ToString());

    /// <summary>What stands in the brackets behind the fact.</summary>
    private static string[] Guards(string seen) => System.Text.RegularExpressions.Regex.Match(seen, @"\[([^\]]*)\]").Groups[1].Value.Split(", ");
}
