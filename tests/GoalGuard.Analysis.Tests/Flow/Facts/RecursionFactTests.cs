using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Flow.Rounds;

namespace GoalGuard.Analysis.Tests.Flow.Facts;

/// <summary>Members that come back to themselves and ask a model on the way: what goes round and what bounds it.</summary>
public sealed class RecursionFactTests
{
    /// <summary>The calls that come back: of members that call each other, one of each.</summary>
    private static IReadOnlyList<LoopFact> Recursions(string members)
    {
        var loops = EngineProgram.Whole($"class A {{ private int _rounds; {members} }} class Node {{ public List<Node> Children = new(); public string Text = \"\"; }}").Loops;
        Assert.Contains(loops, loop => loop.Kind == LoopKind.Recursion);
        return [.. loops.Where(loop => loop.Kind == LoopKind.Recursion)];
    }

    private static string Bounds(IEnumerable<LoopFact> loops) =>
        Assert.Single(loops.Select(loop => string.Join(", ", loop.Bounds.Select(bound => $"{bound.Kind}({bound.Limit})").Distinct())).Distinct());

    private static string Misses(IEnumerable<LoopFact> loops) => string.Join(", ", loops.SelectMany(loop => loop.NearMisses).Select(miss => $"{miss.Kind} {miss.Reason}").Distinct());

    [Theory]
    [InlineData("string M(IChat chat, string text) => M(chat, chat.Answer(text));")]
    [InlineData("async Task<string> M(IChat chat, string text) { var next = await chat.AnswerAsync(text); return next.Contains(\"DONE\") ? next : await M(chat, next); }")]
    [InlineData("string M(IChat chat, string text) { var next = Ask(chat, text); return M(chat, next); } static string Ask(IChat chat, string text) => chat.Answer(text);")]
    [InlineData("string M(IChat chat, string text) => Examined(chat, chat.Answer(text)); string Examined(IChat chat, string next) { return M(chat, next); }")]
    [InlineData("void M(IChat chat, List<string> history) { history.Add(chat.Answer(string.Join(' ', history))); M(chat, history); }")]
    [InlineData("string M(IChat chat) { return Next(\"x\"); string Next(string text) { var next = chat.Answer(text); return next == \"DONE\" ? next : Next(next); } }")]
    [InlineData("async Task M(IChat chat) { await Next(\"x\"); async Task Next(string text) { var next = await chat.AnswerAsync(text); if (next != \"DONE\") { await Next(next); } } }")]
    [InlineData("void M(IChat chat) { _text = chat.Answer(_text); M(chat); } private string _text = \"\";")]
    [InlineData("string M(IChat chat) { return Plan(\"x\"); string Plan(string text) => Act(chat.Answer(text)); string Act(string plan) => Plan(plan); }")]
    [InlineData("public void M(IChat chat) { Plan(chat); } void Plan(IChat chat) { Act(chat); } void Act(IChat chat) { _text = chat.Answer(_text); M(chat); } private string _text = \"\";")]
    public void What_a_call_hands_to_the_next_is_carried(string members) => Assert.All(Recursions(members), loop => Assert.Single(loop.Carried));

    [Theory]
    [InlineData("string M(IChat chat, string text) { Examine(chat.Answer(\"x\")); return M(chat, text); }")]
    public void What_a_call_keeps_to_itself_is_not(string members) => Assert.All(Recursions(members), loop => Assert.Empty(loop.Carried));

    [Theory]
    [InlineData("string M(IChat chat, string text, int depth) => depth > 5 ? text : M(chat, chat.Answer(text), depth + 1);", "Counter(Constant)")]
    [InlineData("string M(IChat chat, string text, int left) { if (left == 0) return text; var next = chat.Answer(text); return M(chat, next, left - 1); }", "Counter(Constant)")]
    [InlineData("string M(IChat chat, string text, int depth, int most) { if (depth >= most) return text; var deeper = depth + 1; return M(chat, chat.Answer(text), deeper, most); }", "Counter(Parameter)")]
    [InlineData("string M(IChat chat, string text) { if (_rounds++ > 5) return text; return M(chat, chat.Answer(text)); }", "Counter(Constant)")]
    [InlineData("string M(IChat chat, string text, int depth) => Examined(chat, chat.Answer(text), depth + 1); string Examined(IChat chat, string next, int depth) => depth > 3 ? next : M(chat, next, depth);", "Counter(Constant)")]
    [InlineData("string M(IChat chat, string text, int depth) { if (depth > 3) return text; return Examined(chat, chat.Answer(text), depth); } string Examined(IChat chat, string next, int level) => M(chat, next, level + 1);", "Counter(Constant)")]
    [InlineData("string M(IChat chat, string text, CancellationToken token) { token.ThrowIfCancellationRequested(); return M(chat, chat.Answer(text), token); }", "CallerToken(None)")]
    [InlineData("string M(IChat chat, string text) { Console.ReadLine(); return M(chat, chat.Answer(text)); }", "Person(None)")]
    [InlineData("string M(IChat chat, Node node) { foreach (var child in node.Children) { M(chat, child); } return chat.Answer(node.Text); }", "Collection(None)")]
    [InlineData("void M(IChat chat, List<string> rest) { if (rest.Count == 0) return; Examine(chat.Answer(\"x\")); M(chat, rest.Skip(1).ToList()); }", "Collection(None)")]
    [InlineData("void M(IChat chat, List<string> same) { Examine(chat.Answer(\"x\")); M(chat, same.ToList()); }", "")]
    [InlineData("void M(IChat chat, string text, Node node) { Examine(chat.Answer(\"x\")); M(chat, node.Text, node); }", "")]
    [InlineData("void M(IChat chat, DateTime day) { Examine(chat.Answer(\"x\")); M(chat, day.Date); }", "")]
    [InlineData("string M(IChat chat, Node node) { var below = node.Children.Select(child => M(chat, child)); return chat.Answer(string.Join(' ', below)); }", "")]
    [InlineData("async Task M(IChat chat, string text, int depth) { if (depth == 0) return; var parts = (await chat.AnswerAsync(text)).Split(' '); await Task.WhenAll(parts.Select(part => M(chat, part, depth - 1))); }", "Counter(Constant)")]
    [InlineData("string M(IChat chat) { return Next(\"x\", 0); string Next(string text, int depth) => depth > 4 ? text : Next(chat.Answer(text), depth + 1); }", "Counter(Constant)")]
    [InlineData("string M(IChat chat) { return Plan(\"x\", 0); string Plan(string text, int depth) => Act(chat.Answer(text), depth + 1); string Act(string plan, int depth) => depth > 5 ? plan : Plan(plan, depth); }", "Counter(Constant)")]
    [InlineData("string M(IChat chat, string text) => M(chat, chat.Answer(text));", "")]
    public void The_bounds_are_told_with_their_kind(string members, string expected) => Assert.Equal(expected, Bounds(Recursions(members)));

    [Theory]
    [InlineData("string M(IChat chat, string text, int depth) { if (depth > 5) return text; return M(chat, chat.Answer(text), depth); }", "")]
    [InlineData("string M(IChat chat, string text, int depth) { if (depth > 5) return text; return M(chat, chat.Answer(text), depth - 1); }", "Counter WrongDirection")]
    [InlineData("string M(IChat chat, string text, int depth) { if (text == \"x\") { if (depth > 5) return text; } return M(chat, chat.Answer(text), depth + 1); }", "Counter ExitOnSomeBranches")]
    [InlineData("string M(IChat chat, string text, CancellationToken token) { Task.Delay(1, token); return M(chat, chat.Answer(text), token); }", "CallerToken TokenOnlyPassed")]
    public void What_only_looks_like_a_bound_is_none(string members, string expected)
    {
        var recursion = Recursions(members);
        Assert.Equal(("", expected), (Bounds(recursion), Misses(recursion)));
    }

    [Fact]
    public void A_stop_word_decides_and_ends() => Assert.True(Assert.Single(
        Recursions("string M(IChat chat, string text) { var next = chat.Answer(text); if (next.Contains(\"DONE\")) { return next; } return M(chat, next); }")[0].Deciding).Ends);

    [Fact]
    public void Through_an_interface_it_is_the_same() => Assert.NotEmpty(EngineProgram.Whole("""
        interface IStep { string Run(IChat chat, string text); }
        class One(IStep other) : IStep { public string Run(IChat chat, string text) => other.Run(chat, chat.Answer(text)); }
        """).Loops.Single().Carried);

    [Fact]
    public void A_call_that_does_not_come_back_is_no_loop() => Assert.Empty(EngineProgram.Whole(
        "class A { void M(IChat chat) { Examine(N(chat, chat.Answer(\"x\"))); } static string N(IChat chat, string text) => chat.Answer(text); }").Loops);

    [Fact]
    public void Who_was_asked_first_does_not_matter()
    {
        const string Program = """
            class A
            {
                public string First(IChat chat, string text) => Second(chat, chat.Answer(text));
                public string Second(IChat chat, string text) => Third(chat, text);
                public string Third(IChat chat, string text) => First(chat, text);
            }
            """;
        static IEnumerable<string> Told(EngineProgram program) => program.Loops.Select(loop => $"{loop.Header} {string.Join(' ', loop.Carried)}").Distinct().Order();

        Assert.NotEmpty(EngineProgram.Whole(Program).Loops);
        Assert.All(new[] { "First", "Second", "Third" }, member => Assert.Equal(Told(EngineProgram.Whole(Program)), Told(EngineProgram.Overtaken(1, member, Program))));
    }
}
