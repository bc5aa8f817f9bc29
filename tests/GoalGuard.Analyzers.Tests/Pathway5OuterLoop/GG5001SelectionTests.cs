using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway5OuterLoop;

/// <summary>A model's score takes one of several candidates, in whatever form, and the choice is acted on.</summary>
public class GG5001SelectionTests
{
    internal static string Agent(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Candidate { public string Text { get; set; } = ""; public double Score { get; set; } public decimal Price { get; set; } }
        public sealed class Agent(IChatClient client)
        {
            {{members}}

            public async Task RunAsync(string task, int limit)
            {
                var all = new List<Candidate>();
                for (var i = 0; i < 5; i++)
                {
                    var text = (await client.GetResponseAsync("Propose a step for " + task)).Text;
                    all.Add(new Candidate { Text = text, Score = await RateAsync(text), Price = i });
                }

                {{body}}
            }

            private async Task<double> RateAsync(string text) => double.Parse((await client.GetResponseAsync("Rate from 0 to 1: " + text)).Text);

            private static void Save(string text) => File.WriteAllText("/srv/plan.txt", text);
        }
        """;

    [Theory]
    [InlineData("{|GG5001:Save(all.MaxBy(c => c.Score)!.Text)|};")]
    [InlineData("{|GG5001:Save(all.MinBy(c => -c.Score)!.Text)|};")]
    [InlineData("{|GG5001:Save(all.OrderByDescending(c => c.Score).First().Text)|};")]
    [InlineData("{|GG5001:Save(all.OrderBy(c => -c.Score).Take(1).Single().Text)|};")]
    [InlineData("foreach (var best in all.OrderByDescending(c => c.Score).Take(2)) { {|GG5001:Save(best.Text)|}; }")]
    [InlineData("{|GG5001:Save(all.OrderBy(c => c.Score).ToList()[^1].Text)|};")]
    [InlineData("var ranked = all.OrderByDescending(c => c.Score).ToArray(); {|GG5001:Save(ranked[0].Text)|};")]
    [InlineData("{|GG5001:Save((from c in all orderby c.Score descending select c.Text).First())|};")]
    [InlineData("var top = all.Max(c => c.Score); {|GG5001:Save(all.First(c => c.Score == top).Text)|};")]
    [InlineData("{|GG5001:Save(all.Aggregate((a, b) => a.Score >= b.Score ? a : b).Text)|};")]
    [InlineData("Candidate? best = null; foreach (var c in all) { if (best is null || c.Score > best.Score) { best = c; } } {|GG5001:Save(best!.Text)|};")]
    [InlineData("var top = 0.0; var kept = \"\"; for (var i = 0; i < all.Count; i++) { if (all[i].Score > top) { top = all[i].Score; kept = all[i].Text; } } {|GG5001:Save(kept)|};")]
    [InlineData("var at = 0; for (var i = 1; i < all.Count; i++) { if (all[i].Score > all[at].Score) { at = i; } } {|GG5001:Save(all[at].Text)|};")]
    [InlineData("all.Sort((a, b) => b.Score.CompareTo(a.Score)); {|GG5001:Save(all[0].Text)|};")]
    [InlineData("var queue = new PriorityQueue<string, double>(); foreach (var c in all) { queue.Enqueue(c.Text, -c.Score); } {|GG5001:Save(queue.Dequeue())|};")]
    [InlineData("{|GG5001:Save(all.First(c => c.Score >= 0.7).Text)|};")]
    [InlineData("{|GG5001:Save(all.Where(c => c.Score >= 0.7).First().Text)|};")]
    [InlineData("foreach (var c in all) { if (c.Score > 0.7) { {|GG5001:Save(c.Text)|}; break; } }")]
    [InlineData("{|GG5001:Save(all[0].Score > all[1].Score ? all[0].Text : all[1].Text)|};")]
    [InlineData("var scores = all.Select(c => c.Score).ToArray(); var at = Array.IndexOf(scores, scores.Max()); {|GG5001:Save(all[at].Text)|};")]
    [InlineData("var scores = all.Select(c => c.Score).ToList(); var at = scores.IndexOf(scores.Max()); {|GG5001:Save(all[at].Text)|};")]
    [InlineData("var at = all.FindIndex(c => c.Score >= 0.7); {|GG5001:Save(all[at].Text)|};")]
    [InlineData("var sum = all.Sum(c => Math.Exp(c.Score)); var roll = Random.Shared.NextDouble() * sum; var chosen = all[0].Text; foreach (var c in all) { roll -= Math.Exp(c.Score); if (roll <= 0) { chosen = c.Text; break; } } {|GG5001:Save(chosen)|};")]
    [InlineData("var scores = all.Select(c => (float)c.Score).ToArray(); {|GG5001:Save(all[System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(scores)].Text)|};")]
    [InlineData("var winner = all[0]; foreach (var c in all.Skip(1)) { winner = c.Score.CompareTo(winner.Score) > 0 ? c : winner; } {|GG5001:Save(winner.Text)|};")]
    [InlineData("{|GG5001:Save(all.GroupBy(c => c.Text).OrderByDescending(g => g.Count()).First().Key)|};")]
    [InlineData("var scores = all.Select(c => -c.Score).ToArray(); var texts = all.Select(c => c.Text).ToArray(); Array.Sort(scores, texts); {|GG5001:Save(texts[0])|};")]
    [InlineData("var votes = new Dictionary<string, int>(); foreach (var c in all) { votes[c.Text] = votes.GetValueOrDefault(c.Text) + 1; } {|GG5001:Save(votes.MaxBy(v => v.Value).Key)|};")]
    [InlineData("var votes = new Dictionary<string, int>(); foreach (var c in all) { votes.TryAdd(c.Text, 0); votes[c.Text]++; } {|GG5001:Save(votes.OrderByDescending(v => v.Value).First().Key)|};")]
    [InlineData("var tree = new SortedDictionary<double, string>(); foreach (var c in all) { tree.Add(c.Score, c.Text); } {|GG5001:Save(tree.Last().Value)|};")]
    public async Task Every_form_of_selection(string body)
    {
        var report = (await Verify.ReportsAsync(Agent(body))).Single();
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
    }

    [Theory]
    [InlineData("{|GG5001:Save(Best(all).Text)|};", "private static Candidate Best(List<Candidate> given) => given.MaxBy(c => c.Score)!;")]
    [InlineData("{|GG5001:Save(Best(all).Text)|};", "private static Candidate Best(List<Candidate> given) { var best = given[0]; foreach (var c in given) { if (c.Score > best.Score) { best = c; } } return best; }")]
    [InlineData("{|GG5001:Save(Best(all).Text)|};", "private static Candidate Best(List<Candidate> given) { var at = 0; for (var i = 1; i < given.Count; i++) { if (given[i].Score > given[at].Score) { at = i; } } return given[at]; }")]
    [InlineData("{|GG5001:Save(Good(all)!.Text)|};", "private static Candidate? Good(List<Candidate> given) { foreach (var c in given) { if (c.Score > 0.7) { return c; } } return null; }")]
    [InlineData("var best = all[0]; foreach (var c in all) { best = Better(best, c); } {|GG5001:Save(best.Text)|};", "private static Candidate Better(Candidate a, Candidate b) => a.Score >= b.Score ? a : b;")]
    [InlineData("_best = all.MaxBy(c => c.Score); {|GG5001:Save(_best!.Text)|};", "private Candidate? _best;")]
    [InlineData("_best = all.MaxBy(c => c.Score); {|GG5001:Act()|};", "private Candidate? _best; private void Act() { Save(_best!.Text); }")]
    [InlineData("Func<Candidate?> best = () => all.MaxBy(c => c.Score); {|GG5001:Save(best()!.Text)|};")]
    [InlineData("all.ForEach(c => { if (_best is null || c.Score > _best.Score) { _best = c; } }); {|GG5001:Save(_best!.Text)|};", "private Candidate? _best;")]
    [InlineData("var rated = all.Select(c => (c.Text, Points: c.Score)).ToList(); {|GG5001:Save(rated.MaxBy(r => r.Points).Text)|};")]
    [InlineData("var rated = all.Select(c => new { c.Text, c.Score }).ToList(); {|GG5001:Save(rated.OrderByDescending(r => r.Score).First().Text)|};")]
    [InlineData("var rated = new Dictionary<string, double>(); foreach (var c in all) { rated[c.Text] = c.Score; } {|GG5001:Save(rated.MaxBy(r => r.Value).Key)|};")]
    public Task Through_helpers_fields_records_and_lambdas(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));
}
