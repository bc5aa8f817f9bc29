using GoalGuard.Analysis.Flow.Rounds;

namespace GoalGuard.Analysis.Tests.Flow.Facts;

/// <summary>Loops that ask a model: what goes round, what decides, what bounds them.</summary>
public sealed class LoopFactTests
{
    private static LoopFact Loop(string statements, string members = "") =>
        Assert.Single(EngineProgram.Whole($"class A {{ async Task M(IChat chat, CancellationToken token, int limit) {{ {statements} }} {members} }}").Loops);

    private static string Bounds(LoopFact loop) => string.Join(", ", loop.Bounds.Select(bound => $"{bound.Kind}({bound.Limit}){(bound.MayBeInfinite ? "?" : "")}"));

    private static string Carried(string statements, string members = "") => string.Join(", ", Loop(statements, members).Carried.Select(origin => origin.Name));

    [Theory]
    [InlineData("var text = \"\"; while (true) { text = chat.Answer(text); }")]
    [InlineData("var history = new List<string>(); while (true) { history.Add(await chat.AnswerAsync(string.Join(\" \", history))); }")]
    [InlineData("var history = new StringBuilder(); for (;;) { var reply = chat.Answer(history.ToString()); history.AppendLine(reply); }")]
    [InlineData("var text = \"\"; again: text = chat.Answer(\"Go on: \" + text); goto again;")]
    [InlineData("var text = \"\"; do { var plan = chat.Answer(text); text = await chat.AnswerAsync(plan); } while (true);")]
    [InlineData("while (true) { _said = chat.Answer(_said); }", "private string _said = \"\";")]
    [InlineData("while (true) { Step(chat); }", "private string _said = \"\"; void Step(IChat chat) { _said = chat.Answer(_said); }")]
    [InlineData("var text = \"\"; while (true) { text = Step(chat, text); }", "static string Step(IChat chat, string before) => chat.Answer(\"Go on: \" + before);")]
    [InlineData("var text = \"\"; foreach (var i in Enumerable.Range(0, 9)) { text = chat.Answer(text + i); }")]
    public void What_a_round_hands_to_the_next_is_carried(string statements, string members = "") => Assert.Contains("IChat.Answer", Carried(statements, members));

    [Theory]
    [InlineData("while (true) { Examine(chat.Answer(\"x\")); }")]
    [InlineData("while (true) { var plan = chat.Answer(\"x\"); Examine(await chat.AnswerAsync(plan)); }")]
    [InlineData("var text = \"\"; while (true) { text = \"\"; text = chat.Answer(text); }")]
    [InlineData("foreach (var question in new[] { \"a\", \"b\" }) { Examine(chat.Answer(question)); }")]
    public void What_a_round_keeps_to_itself_is_not(string statements) => Assert.Empty(Carried(statements));

    [Fact]
    public void A_loop_without_a_model_is_no_concern() =>
        Assert.Empty(EngineProgram.Whole("class A { void M(IChat chat) { while (Coin()) { } Examine(chat.Answer(\"x\")); } }").Loops);

    [Fact]
    public void A_stop_word_decides_and_ends()
    {
        var loop = Loop("var text = \"\"; while (!text.Contains(\"DONE\")) { text = chat.Answer(text); }");
        Assert.True(Assert.Single(loop.Deciding).Ends);
        Assert.Empty(loop.Bounds);
    }

    [Fact]
    public void A_choice_of_what_to_do_decides_and_goes_on()
    {
        var loop = Loop("while (Coin()) { if (chat.Answer(\"x\") == \"write\") { await Task.Yield(); } }");
        Assert.False(Assert.Single(loop.Deciding).Ends);
    }

    [Fact]
    public void A_flag_hands_the_decision_on()
    {
        var loop = Loop("var done = false; while (!done) { if (chat.Answer(\"x\").Contains(\"DONE\")) { done = true; } }");
        Assert.Contains(loop.Deciding, deciding => deciding.Ends);
    }

    [Theory]
    [InlineData("for (var i = 0; i < 5; i++) { Examine(chat.Answer(\"x\")); }", "Counter(Constant)")]
    [InlineData("var i = 0; while (i++ < limit) { Examine(chat.Answer(\"x\")); }", "Counter(Parameter)")]
    [InlineData("while (!token.IsCancellationRequested) { Examine(chat.Answer(\"x\")); }", "CallerToken(None)")]
    [InlineData("while (true) { Console.ReadLine(); Examine(chat.Answer(\"x\")); }", "Person(None)")]
    [InlineData("foreach (var q in new List<string> { \"a\" }) { Examine(chat.Answer(q)); }", "Collection(None)")]
    [InlineData("while (true) { Examine(chat.Answer(\"x\")); }", "")]
    [InlineData("await foreach (var piece in chat.AnswerStream(\"x\")) { Examine(await chat.AnswerAsync(piece)); }", "Framework(None)")]
    public void The_bounds_are_told_with_their_kind(string statements, string expected) =>
        Assert.Equal(expected, Bounds(Loop(statements)));

    [Fact]
    public void A_limit_that_the_model_chose_may_be_any_number() => Assert.True(Assert.Single(Loop(
        "var rounds = int.Parse(await chat.AnswerAsync(\"How many?\")); for (var i = 0; i < rounds; i++) { Examine(chat.Answer(\"x\")); }").Bounds).MayBeInfinite);

    [Fact]
    public void Delegates_in_the_loop_count() => Assert.Equal("IChat.Answer", Carried("var text = \"\"; while (true) { Func<string> step = () => chat.Answer(text); text = step(); }"));

    [Fact]
    public void What_a_framework_counts_bounds() => Assert.Equal("Framework(Constant)", Bounds(Assert.Single(EngineProgram.With(
        "iteration-limit P:Round.Index : index",
        "class Round { public int Index { get; private set; } } class A { void M(IChat chat, Round round) { while (round.Index < 5) { Examine(chat.Answer(\"x\")); } } }").Loops)));

    [Fact]
    public void A_session_remembers_by_itself() => Assert.Single(Assert.Single(EngineProgram.Whole("""
        using Microsoft.Agents.AI;
        class A { async Task M(AIAgent agent) { var session = await agent.CreateSessionAsync(); while (true) { Examine((await agent.RunAsync("Go on", session)).Text); } } }
        """).Loops).Carried);

    [Fact]
    public void Without_one_each_question_stands_alone() => Assert.Empty(Assert.Single(EngineProgram.Whole("""
        using Microsoft.Agents.AI;
        class A { async Task M(AIAgent agent) { while (true) { Examine((await agent.RunAsync("Go on")).Text); } } }
        """).Loops).Carried);
}
