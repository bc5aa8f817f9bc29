namespace GoalGuard.Analysis.Tests.Flow.Facts;

/// <summary>Control dependence as a channel of its own: scores and verdicts choose, and no text travels this way.</summary>
public sealed class DecisionTests
{
    private static string Seen(string statements, string members = "") =>
        string.Join("; ", EngineProgram.Whole($"class A {{ async Task M(IChat chat, string mine) {{ {statements} await Task.Yield(); }} {members} }}").Examined);

    private const string Gate = "gated by (ModelOutput(IChat.Answer)[NotText]{Truth})";

    [Theory]
    [InlineData("var ok = false; if (chat.Answer(\"Is it safe?\").Contains(\"yes\")) { ok = true; } Examine(ok);")]
    [InlineData("var ok = chat.Answer(\"Is it safe?\").Contains(\"yes\") ? 1 : 2; Examine(ok);")]
    [InlineData("var name = \"a\"; switch (chat.Answer(\"Which?\")) { case \"b\": name = \"b\"; break; } Examine(name);")]
    [InlineData("bool ok; if (Coin()) { if (chat.Answer(\"Safe?\") == \"yes\") { ok = true; } else { ok = false; } } else { ok = false; } Examine(ok);")]
    public void A_constant_that_a_verdict_chose_is_gated(string statements) => Assert.Contains("Choice(chosen)[NotText] " + Gate, Seen(statements));

    [Fact]
    public void A_flag_hands_the_verdict_on() => Assert.Contains(Gate, Seen(
        "var ok = false; if (chat.Answer(\"Is it safe?\").Contains(\"yes\")) { ok = true; } var next = 0; if (ok) { next = 1; } Examine(next);"));

    [Fact]
    public void So_does_a_helper_that_returns_it() => Assert.Contains(Gate, Seen(
        "var next = 0; if (IsSafe(chat)) { next = 1; } Examine(next);", "static bool IsSafe(IChat judge) { if (judge.Answer(\"Safe?\").StartsWith(\"yes\")) { return true; } return false; }"));

    [Fact]
    public void Words_that_are_kept_under_a_verdict_are_gated() => Assert.Contains(
        "ModelOutput(IChat.AnswerAsync) " + Gate, Seen("var plan = \"\"; var text = await chat.AnswerAsync(\"Plan\"); if (chat.Answer(\"Good?\") == \"yes\") { plan = text; } Examine(plan);"));

    [Fact]
    public void The_danger_of_text_does_not_travel_this_way() => Assert.DoesNotContain(
        "ModelOutput(IChat.Answer),", Seen("var ok = \"\"; if (chat.Answer(\"x\").Contains(\"yes\")) { ok = mine; } Examine(ok);"));

    [Theory]
    [InlineData("var n = 0; if (Coin()) { n = 1; } Examine(n);")]
    [InlineData("var n = 0; if (chat.Answer(\"x\") is not null) { n = 1; } Examine(n);")]
    [InlineData("var n = 0; if (chat.Answer(\"x\") == \"yes\") { await Task.Yield(); } n = 1; Examine(n);")]
    [InlineData("var n = 0; while (chat.Answer(\"x\") != \"DONE\") { n = 1; } Examine(n);")]
    public void What_no_verdict_chose_is_not(string statements) => Assert.DoesNotContain("gated", Seen(statements));

    [Fact]
    public void A_condition_that_learns_more_in_a_later_round_is_asked_again() => Assert.Contains("gated by (ModelOutput(IChat.Answer)", Seen(
        "var verdict = \"\"; var n = 0; for (var i = 0; i < 3; i++) { if (verdict == \"yes\") { n = 1; } verdict = chat.Answer(\"Good?\"); } Examine(n);"));

    private static string Found(string program) => Assert.Single(EngineProgram.Whole(program).Findings).Facts.ToString();

    [Theory]
    [InlineData("if (chat.Answer(\"Safe?\").StartsWith(\"yes\")) { Examine(text); }")]
    [InlineData("if (!chat.Answer(\"Safe?\").StartsWith(\"yes\")) { return; } Examine(text);")]
    [InlineData("if (chat.Answer(\"Safe?\").StartsWith(\"yes\")) { Act(text); }")]
    [InlineData("ActIf(text, chat.Answer(\"Safe?\").StartsWith(\"yes\"));")]
    public void What_decides_that_an_act_happens_is_known_there(string statements) => Assert.Contains(
        "ModelOutput(IChat.AnswerAsync) " + Gate,
        Found($"class A {{ async Task M(IChat chat) {{ var text = await chat.AnswerAsync(\"x\"); {statements} }} static void Act(string given) {{ Examine(given); }} static void ActIf(string given, bool isSafe) {{ if (isSafe) {{ Examine(given); }} }} }}"));

    [Fact]
    public void What_happens_anyway_was_decided_by_nothing() => Assert.DoesNotContain(
        "gated", Found("class A { async Task M(IChat chat) { var text = await chat.AnswerAsync(\"x\"); if (chat.Answer(\"Safe?\").StartsWith(\"yes\")) { await Task.Yield(); } Examine(text); } }"));

    private static int FoundIn(string call, string body) => EngineProgram.Whole(
        $"class A {{ async Task M(IChat chat, bool coin) {{ var text = await chat.AnswerAsync(\"x\"); {call} }} static void Show(string given, bool open = false, bool loud = true) {{ {body} }} }}").Findings.Count;

    [Theory]
    [InlineData("Show(text, true);")]
    [InlineData("Show(text, coin);")]
    public void An_act_that_the_caller_switches_on(string call) => Assert.Equal(1, FoundIn(call, "if (open) { Examine(given); }"));

    [Theory]
    [InlineData("Show(text);", "if (open) { Examine(given); }")]
    [InlineData("Show(text, false);", "if (!open) { return; } Examine(given);")]
    [InlineData("Show(text, loud: false);", "if (loud) { if (Coin()) { Examine(given); } }")]
    [InlineData("Show(text, open: true);", "if (!open) { Examine(given); }")]
    public void An_act_that_the_caller_switches_off(string call, string body) => Assert.Equal(0, FoundIn(call, body));

    [Theory]
    [InlineData("Show(text);", "if (open) { Coin(); } Examine(given);")]
    [InlineData("Show(text);", "if (open || Coin()) { Examine(given); }")]
    [InlineData("Show(text);", "if (open) { Examine(given); } else { Examine(given + \"x\"); }")]
    [InlineData("Show(text);", "open = Coin(); if (open) { Examine(given); }")]
    [InlineData("Show(text);", "try { if (open) { Coin(); } Coin(); } catch (Exception) { Examine(given); }")]
    [InlineData("Show(text);", "try { if (open) { Coin(); } Coin(); } finally { Examine(given); }")]
    [InlineData("Show(text);", "if (Coin()) { goto act; } if (!open) { return; } act: Examine(given);")]
    public void An_act_that_happens_all_the_same(string call, string body) => Assert.Equal(1, FoundIn(call, body));
}
