using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway5OuterLoop;

/// <summary>Searches over what a model proposes: beams, trees, queues, populations.</summary>
public class GG5003SearchTests
{
    internal static string Searcher(string body, string members = "") => $$"""
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        public sealed record Node(string Text, int Depth) { public double Score { get; set; } public List<Node> Children { get; } = new(); }
        public sealed record Rated(string Text, double Score);
        public sealed class Searcher(IChatClient client)
        {
            private readonly List<Node> _open = new();
            private Node? _best;
            {{members}}

            public async Task<string> RunAsync(string task, int limit, CancellationToken token)
            {
                {{body}}
                return task;
            }

            private async Task<List<string>> ProposeAsync(string text) =>
                (await client.GetResponseAsync("Three next steps after: " + text)).Text.Split('\n').ToList();

            private async Task<double> RateAsync(string text) =>
                double.Parse((await client.GetResponseAsync("How good is this, from 0 to 10? " + text)).Text);
        }
        """;

    /// <summary>The forms of frontiers, with an unbounded loop around and an act on what is best.</summary>
    [Theory]
    [InlineData("beam", """
        var beam = new List<Node> { new(task, 0) };
        {|GG5003:while (true)|}
        {
            var next = new List<Node>();
            foreach (var node in beam)
            {
                foreach (var text in await ProposeAsync(node.Text)) { next.Add(new Node(text, node.Depth + 1) { Score = await RateAsync(text) }); }
            }
            beam = next.OrderByDescending(node => node.Score).Take(3).ToList();
            File.WriteAllText("/srv/plan.txt", beam[0].Text);
        }
        """)]
    [InlineData("in one method", """
        var beam = new List<string> { task };
        {|GG5003:while (true)|}
        {
            var next = new List<(string Text, double Score)>();
            foreach (var each in beam)
            {
                foreach (var text in (await client.GetResponseAsync("Next steps after: " + each)).Text.Split('\n'))
                {
                    next.Add((text, double.Parse((await client.GetResponseAsync("Rate: " + text)).Text)));
                }
            }
            beam = next.OrderByDescending(pair => pair.Score).Take(3).Select(pair => pair.Text).ToList();
            File.WriteAllText("/srv/plan.txt", beam[0]);
        }
        """)]
    [InlineData("priority queue", """
        var open = new PriorityQueue<string, double>();
        open.Enqueue(task, 0);
        {|GG5003:while (open.Count > 0)|}
        {
            var state = open.Dequeue();
            File.WriteAllText("/srv/plan.txt", state);
            foreach (var text in await ProposeAsync(state)) { open.Enqueue(text, -await RateAsync(text)); }
        }
        """)]
    [InlineData("list, sort and index", """
        var open = new List<Node> { new(task, 0) };
        {|GG5003:while (open.Count > 0)|}
        {
            open.Sort((a, b) => b.Score.CompareTo(a.Score));
            var node = open[0];
            open.RemoveAt(0);
            File.WriteAllText("/srv/plan.txt", node.Text);
            foreach (var text in await ProposeAsync(node.Text)) { open.Add(new Node(text, node.Depth + 1) { Score = await RateAsync(text) }); }
        }
        """)]
    [InlineData("queue that drops", """
        var open = new Queue<string>();
        open.Enqueue(task);
        {|GG5003:while (open.Count > 0)|}
        {
            var state = open.Dequeue();
            File.WriteAllText("/srv/plan.txt", state);
            foreach (var text in await ProposeAsync(state)) { if (await RateAsync(text) > 7) { open.Enqueue(text); } }
        }
        """)]
    [InlineData("stack with a running best", """
        var open = new Stack<Node>();
        open.Push(new Node(task, 0));
        var best = new Node(task, 0);
        {|GG5003:while (open.Count > 0)|}
        {
            var node = open.Pop();
            if (node.Score > best.Score) { best = node; }
            File.WriteAllText("/srv/plan.txt", best.Text);
            foreach (var text in await ProposeAsync(node.Text)) { open.Push(new Node(text, node.Depth + 1) { Score = await RateAsync(text) }); }
        }
        """)]
    [InlineData("population", """
        var population = new List<Rated> { new(task, 0) };
        {|GG5003:while (true)|}
        {
            foreach (var parent in population.ToList())
            {
                var child = (await client.GetResponseAsync("Improve: " + parent.Text)).Text;
                population.Add(new Rated(child, await RateAsync(child)));
            }
            population = population.OrderByDescending(each => each.Score).Take(8).ToList();
            File.WriteAllText("/srv/prompt.txt", population[0].Text);
        }
        """)]
    [InlineData("in parallel", """
        var beam = new[] { task };
        {|GG5003:while (true)|}
        {
            var proposed = await Task.WhenAll(beam.Select(each => ProposeAsync(each)));
            var rated = await Task.WhenAll(proposed.SelectMany(texts => texts).Select(async text => new Rated(text, await RateAsync(text))));
            beam = rated.OrderByDescending(each => each.Score).Take(2).Select(each => each.Text).ToArray();
            File.WriteAllText("/srv/plan.txt", beam[0]);
        }
        """)]
    [InlineData("one answer as JSON with scores", """
        var open = new PriorityQueue<string, double>();
        open.Enqueue(task, 0);
        {|GG5003:while (open.Count > 0)|}
        {
            var state = open.Dequeue();
            File.WriteAllText("/srv/plan.txt", state);
            foreach (var each in JsonSerializer.Deserialize<List<Rated>>((await client.GetResponseAsync("Steps with scores: " + state)).Text)!) { open.Enqueue(each.Text, -each.Score); }
        }
        """)]
    [InlineData("through a field", """
        _open.Add(new Node(task, 0));
        {|GG5003:while (_open.Count > 0)|} { await StepAsync(); }
        """, """
        private async Task StepAsync()
        {
            var node = _open.MaxBy(each => each.Score)!;
            _open.Remove(node);
            File.WriteAllText("/srv/plan.txt", node.Text);
            foreach (var text in await ProposeAsync(node.Text)) { _open.Add(new Node(text, node.Depth + 1) { Score = await RateAsync(text) }); }
        }
        """)]
    [InlineData("through helpers", """
        var beam = new List<Node> { new(task, 0) };
        {|GG5003:while (true)|} { beam = Best(await ExpandAsync(beam)); File.WriteAllText("/srv/plan.txt", beam[0].Text); }
        """, """
        private async Task<List<Node>> ExpandAsync(List<Node> beam)
        {
            var next = new List<Node>();
            foreach (var node in beam)
            {
                foreach (var text in await ProposeAsync(node.Text)) { next.Add(new Node(text, node.Depth + 1) { Score = await RateAsync(text) }); }
            }
            return next;
        }

        private static List<Node> Best(List<Node> nodes) => nodes.OrderByDescending(node => node.Score).Take(3).ToList();
        """)]
    [InlineData("in a lambda", """
        Func<Task> search = async () =>
        {
            var beam = new List<string> { task };
            {|GG5003:while (true)|}
            {
                var next = new List<Rated>();
                foreach (var each in beam) { foreach (var text in await ProposeAsync(each)) { next.Add(new Rated(text, await RateAsync(text))); } }
                beam = next.OrderByDescending(each => each.Score).Take(3).Select(each => each.Text).ToList();
                File.WriteAllText("/srv/plan.txt", beam[0]);
            }
        };
        await search();
        """)]
    [InlineData("recursion over the best", """
        await SearchAsync(task);
        """, """
        private async Task SearchAsync(string state)
        {
            File.AppendAllText("/srv/plan.txt", state);
            var rated = new List<Rated>();
            foreach (var text in await ProposeAsync(state)) { rated.Add(new Rated(text, await RateAsync(text))); }
            foreach (var each in rated.OrderByDescending(each => each.Score).Take(2)) { await {|GG5003:SearchAsync(each.Text)|}; }
        }
        """)]
    public async Task Forms_of_search(string form, string body, string members = "")
    {
        var report = (await Verify.ReportsAsync(Searcher(body, members))).Single();
        Assert.True(report.Severity == DiagnosticSeverity.Warning, form + ": " + report.GetMessage());
    }

    private const string Best = """
        var open = new PriorityQueue<string, double>();
        open.Enqueue(task, 0);
        {|GG5003:while (CONDITION)|}
        {
            var state = open.Dequeue();
            ACT
            foreach (var text in await ProposeAsync(state)) { open.Enqueue(text, -await RateAsync(text)); }
        }
        """;

    private const string Write = "File.WriteAllText(\"/srv/plan.txt\", state);";

    private static string BestFirst(string condition, string act, string members = "") =>
        Searcher(Best.Replace("CONDITION", condition, StringComparison.Ordinal).Replace("ACT", act, StringComparison.Ordinal), members);

    [Theory]
    [InlineData("open.Count > 0 && rounds++ < 20", Write, "the rounds are bounded", "private int rounds;")]
    [InlineData("open.Count > 0", "token.ThrowIfCancellationRequested(); " + Write, "the rounds are bounded")]
    [InlineData("open.Count > 0", "", "nothing in sight acts on it")]
    [InlineData("open.Count > 0 && (Most <= 0 || rounds < Most)", "rounds++; " + Write, "may be infinite", "private int rounds; public int Most { get; set; } = -1;")]
    public async Task Bounds_and_the_lack_of_an_act_lower(string condition, string act, string text, string members = "")
    {
        var report = (await Verify.ReportsAsync(BestFirst(condition, act, members))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Equal("I", report.Properties["level"]);
        Assert.Contains(text, report.GetMessage());
    }

    [Theory]
    [InlineData("if (Confirm(state)) { File.WriteAllText(\"/srv/\" + Path.GetFileName(state), state); }")]
    [InlineData("Console.WriteLine(state); if (Console.ReadLine() == \"y\") { File.WriteAllText(\"/srv/\" + Path.GetFileName(state), state); }")]
    [InlineData("Console.ReadLine(); " + Write)]
    public Task A_person_between_search_and_act_silences(string act) => Verify.SilentAsync(
        BestFirst("open.Count > 0 && rounds++ < 20", act, "private int rounds; private static bool Confirm(string plan) { Console.WriteLine(plan); return Console.ReadLine() == \"y\"; }")
            .Replace("{|GG5003:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));

    [Fact]
    public async Task The_message_names_candidates_score_selection_and_act_and_the_steps_follow_them()
    {
        var report = (await Verify.ReportsAsync(BestFirst("open.Count > 0", Write))).Single();
        Assert.StartsWith(
            "What ChatClientExtensions.GetResponseAsync proposes is searched: ChatClientExtensions.GetResponseAsync scores it, the search takes the best, File.WriteAllText acts on it, and nothing bounds",
            report.GetMessage());
        var steps = report.Properties["steps"]!.Split('\n');
        Assert.Equal(report.AdditionalLocations.Count, steps.Length);
        var order = new[] { "source|candidates:", "hop|score:", "hop|selection:", "act|File.WriteAllText" }.Select(start => Array.FindIndex(steps, step => step.StartsWith(start, StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        """
        public sealed class Search(Thinker thinker, Judge judge)
        {
            public async Task RunAsync(string task)
            {
                var beam = new List<string> { task };
                {|GG5003:while (true)|}
                {
                    var next = new List<(string Text, int Score)>();
                    foreach (var each in beam) { foreach (var text in await thinker.ThinkAsync(each)) { next.Add((text, await judge.RateAsync(text))); } }
                    beam = next.OrderByDescending(pair => pair.Score).Take(3).Select(pair => pair.Text).ToList();
                    File.WriteAllText("/srv/plan.txt", beam[0]);
                }
            }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Thinker(IChatClient client) { public async Task<string[]> ThinkAsync(string text) => (await client.GetResponseAsync("Next: " + text)).Text.Split('\n'); }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Judge(IChatClient client) { public async Task<int> RateAsync(string text) => int.Parse((await client.GetResponseAsync("Rate: " + text)).Text); }
        """);

    [Fact]
    public async Task Broken_code_is_searched_as_far_as_it_goes() => Assert.Single(await Verify.ReportsAsync(
        new TestProgram(BestFirst("open.Count > 0", Write + " Missing(state);")), mayHaveErrors: true));

    [Fact]
    public Task Interfaces_and_a_comparer() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        public sealed class Thought(string text) { public string Text { get; } = text; public double Score { get; set; } }
        public interface IGenerator { Task<List<Thought>> GenerateAsync(Thought from); }
        public interface IEvaluator { Task<double> EvaluateAsync(Thought thought); }
        public sealed class Generator(IChatClient client) : IGenerator
        {
            public async Task<List<Thought>> GenerateAsync(Thought from) => (await client.GetResponseAsync("Next: " + from.Text)).Text.Split('\n').Select(line => new Thought(line)).ToList();
        }
        public sealed class Evaluator(IChatClient client) : IEvaluator
        {
            public async Task<double> EvaluateAsync(Thought thought) => double.Parse((await client.GetResponseAsync("Rate: " + thought.Text)).Text);
        }
        public sealed class BestFirst
        {
            public async Task<Thought?> SearchAsync(Thought root, IGenerator generator, IEvaluator evaluator, int most)
            {
                var open = new SortedSet<(Thought Node, int Id)>(Comparer<(Thought Node, int Id)>.Create((a, b) => b.Node.Score.CompareTo(a.Node.Score)));
                open.Add((root, 0));
                Thought? best = null;
                var expanded = 0;
                {|GG5003:while (open.Count > 0 && expanded < most)|}
                {
                    var (node, _) = open.First();
                    open.Remove(open.First());
                    expanded++;
                    if (best == null || node.Score > best.Score) { best = node; }
                    foreach (var child in await generator.GenerateAsync(node))
                    {
                        child.Score = await evaluator.EvaluateAsync(child);
                        open.Add((child, expanded));
                    }
                }
                return best;
            }
        }
        """);
}
