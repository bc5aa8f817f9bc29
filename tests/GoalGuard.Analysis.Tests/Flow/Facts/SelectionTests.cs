namespace GoalGuard.Analysis.Tests.Flow.Facts;

/// <summary>A score that a model stated turns candidates into a selected one, in whatever form.</summary>
public sealed class SelectionTests
{
    private const string Members = """
        class Candidate { public string Text { get; set; } = ""; public double Score { get; set; } public double Price { get; set; } }
        static class Judge { public static double Rate(IChat chat, string text) => double.Parse(chat.Answer("Rate: " + text)); }
        """;

    private const string Make = """
        var all = new List<Candidate>();
        for (var i = 0; i < 3; i++) { var text = await chat.AnswerAsync("Propose"); all.Add(new Candidate { Text = text, Score = Judge.Rate(chat, text), Price = i }); }
        """;

    private static string Seen(string statements) =>
        string.Join("; ", EngineProgram.Whole($"class A {{ async Task M(IChat chat) {{ {statements} }} }}", Members).Examined);

    private const string Chosen = "selected by (ModelOutput(IChat.Answer)[NotText]{Number, Many} about IChat.AnswerAsync)";

    /// <summary>Comparing a score is a yes or no with a number in it.</summary>
    private const string Compared = "selected by (ModelOutput(IChat.Answer)[NotText]{Number, Truth, Many} about IChat.AnswerAsync)";

    [Theory]
    [InlineData("Examine(all.MaxBy(c => c.Score)!.Text);")]
    [InlineData("Examine(all.OrderByDescending(c => c.Score).First().Text);")]
    [InlineData("Examine(all.OrderBy(c => -c.Score).Take(1).Single().Text);")]
    [InlineData("Examine(all.OrderBy(c => c.Score).ToList()[^1].Text);")]
    [InlineData("Examine(all.OrderBy(c => c.Score).ToArray()[0].Text);")]
    [InlineData("Examine((from c in all orderby c.Score descending select c).First().Text);")]
    [InlineData("Examine((from c in all orderby c.Score descending select c.Text).First());")]
    [InlineData("all.Sort((a, b) => b.Score.CompareTo(a.Score)); Examine(all[0].Text);")]
    [InlineData("var queue = new PriorityQueue<string, double>(); foreach (var c in all) { queue.Enqueue(c.Text, -c.Score); } Examine(queue.Dequeue());")]
    [InlineData("Examine(all.Select(c => (c.Text, c.Score)).MaxBy(pair => pair.Score).Text);")]
    public void The_best_by_a_score_is_selected(string statements) => Assert.Contains(Chosen, Seen(Make + statements));

    [Theory]
    [InlineData("var best = all.Max(c => c.Score); Examine(all.First(c => c.Score == best).Text);")]
    [InlineData("Examine(all.First(c => c.Score >= 0.7).Text);")]
    [InlineData("Examine(all.Find(c => c.Score >= 0.7)!.Text);")]
    [InlineData("Examine(all.Where(c => c.Score >= 0.7).First().Text);")]
    [InlineData("Examine(all.Aggregate((a, b) => a.Score > b.Score ? a : b).Text);")]
    [InlineData("Candidate? best = null; foreach (var c in all) { if (best is null || c.Score > best.Score) { best = c; } } Examine(best!.Text);")]
    [InlineData("var top = 0.0; var kept = \"\"; for (var i = 0; i < all.Count; i++) { if (all[i].Score > top) { top = all[i].Score; kept = all[i].Text; } } Examine(kept);")]
    [InlineData("var at = 0; for (var i = 1; i < all.Count; i++) { if (all[i].Score > all[at].Score) { at = i; } } Examine(all[at].Text);")]
    [InlineData("string? found = null; foreach (var c in all) { if (c.Score > 0.7) { found = c.Text; break; } } Examine(found!);")]
    [InlineData("Examine(all[0].Score > all[1].Score ? all[0].Text : all[1].Text);")]
    public void So_is_what_is_kept_under_a_comparison(string statements) => Assert.Contains(Compared, Seen(Make + statements).Replace(", Contest", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("var best = all[0]; foreach (var c in all) { if (c.Score > best.Score) { best = c; } } Examine(best.Text);", true)]
    [InlineData("Examine(all[0].Score > all[1].Score ? all[0].Text : all[1].Text);", true)]
    [InlineData("Examine(all[0].Score > 0.7 ? all[0].Text : all[1].Text);", false)]
    [InlineData("Examine(all[0].Score > all[1].Price ? all[0].Text : all[1].Text);", false)]
    public void A_comparison_of_two_scores_is_a_contest(string statements, bool isContest) => Assert.Equal(isContest, Seen(Make + statements).Contains("Contest", StringComparison.Ordinal));

    [Theory]
    [InlineData("Examine(all.MaxBy(c => c.Price)!.Text);")]
    [InlineData("Examine(all.OrderBy(c => c.Text.Length).First().Text);")]
    [InlineData("Examine(all[0].Text);")]
    [InlineData("Examine(all.OrderBy(c => c.Price).First().Text);")]
    [InlineData("Candidate? best = null; foreach (var c in all) { if (best is null || c.Price > best.Price) { best = c; } } Examine(best!.Text);")]
    public void What_no_model_judged_selects_nothing(string statements) => Assert.DoesNotContain("selected", Seen(Make + statements));

    [Fact]
    public void An_order_alone_selects_nothing() => Assert.DoesNotContain("selected", Seen(Make + "foreach (var c in all.OrderByDescending(c => c.Score)) { Examine(c.Text); }"));

    [Fact]
    public void A_helper_may_select() => Assert.Contains("selected by (ModelOutput(IChat.Answer)", EngineProgram.Whole(
        $"class A {{ async Task M(IChat chat) {{ {Make} Examine(Best(all).Text); }} static Candidate Best(List<Candidate> given) => given.MaxBy(c => c.Score)!; }}", Members).Seen);

    [Fact]
    public void A_helper_that_selects_by_something_else_selects_nothing() => Assert.DoesNotContain("selected", EngineProgram.Whole(
        $"class A {{ async Task M(IChat chat) {{ {Make} Examine(Best(all).Text); }} static Candidate Best(List<Candidate> given) => given.MaxBy(c => c.Price)!; }}", Members).Seen);
}
