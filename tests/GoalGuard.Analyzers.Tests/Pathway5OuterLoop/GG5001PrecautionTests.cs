using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway5OuterLoop;

/// <summary>What silences or lowers a choice that is acted on, and what looks like one and is none.</summary>
public class GG5001PrecautionTests
{
    private static string Agent(string body, string members = "") => GG5001SelectionTests.Agent(body, members);

    [Theory]
    [InlineData("var best = all.MaxBy(c => c.Score)!; Console.WriteLine(best.Text); if (Console.ReadLine() == \"y\") { Save(best.Text); }")]
    [InlineData("var best = all.MaxBy(c => c.Score)!; if (!Agrees(best.Text)) { return; } Save(best.Text);", "private static bool Agrees(string text) { Console.Write(text); return Console.ReadLine() == \"y\"; }")]
    [InlineData("_best = all.MaxBy(c => c.Score)!; if (Console.ReadLine() == \"y\") { Save(_best.Text); }", "private Candidate? _best;")]
    [InlineData("var best = all.MaxBy(c => c.Score)!; Action act = () => { if (Console.ReadLine() == \"y\") { Save(best.Text); } }; act();")]
    public Task A_person_agrees(string body, string members = "") => Verify.SilentAsync(Agent(body, members));

    [Theory]
    [InlineData("Save(all.MaxBy(c => c.Price)!.Text);")]
    [InlineData("Save(all.OrderBy(c => c.Text.Length).First().Text);")]
    [InlineData("Save(all.Last().Text);")]
    [InlineData("foreach (var c in all) { if (c.Score > 0.5) { Save(c.Text); } }")]
    [InlineData("foreach (var c in all.Where(c => c.Score > 0.5)) { Save(c.Text); }")]
    [InlineData("foreach (var c in all.OrderByDescending(c => c.Score)) { Save(c.Text); }")]
    [InlineData("var score = await RateAsync(task); if (score > 0.8) { Save(all[0].Text); }")]
    [InlineData("if (all.Any()) { Save(all[0].Text); }")]
    [InlineData("Save(all.First(c => c.Text.Contains(\"step\")).Text);")]
    public Task None_is_chosen_among_several(string body) => Verify.SilentAsync(Agent(body));

    private static string Moves(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public enum Move { Left, Right, Wait }
        public interface IRobot { void Step(Move move); void Execute(string plan); void Show(string plan); }
        public sealed class Pilot(IChatClient client, IRobot robot, Action<string> execute)
        {
            {{members}}

            public async Task RunAsync(List<string> given)
            {
                {{body}}
                await Task.Yield();
            }

            private async Task<double> RateAsync(object move) => double.Parse((await client.GetResponseAsync("How good is the outcome of " + move)).Text);

            private async Task<string> ProposeAsync() => (await client.GetResponseAsync("Propose a step")).Text;
        }
        """;

    [Theory]
    [InlineData("var best = Move.Wait; var top = 0.0; foreach (var move in Enum.GetValues<Move>()) { var score = await RateAsync(move); if (score > top) { top = score; best = move; } } {|GG5001:robot.Step(best)|};", "closed")]
    [InlineData("var moves = new[] { \"left\", \"right\" }; var rated = new List<(string Move, double Score)>(); foreach (var move in moves) { rated.Add((move, await RateAsync(move))); } {|GG5001:robot.Execute(rated.MaxBy(r => r.Score).Move)|};", "")]
    [InlineData("for (var i = 0; i < 3; i++) { Console.Write(i); } var a = await ProposeAsync(); var b = await ProposeAsync(); {|GG5001:robot.Execute(await RateAsync(a) > await RateAsync(b) ? a : b)|};", "open")]
    [InlineData("var all = new List<(string Text, double Score)>(); for (var i = 0; i < 3; i++) { var text = await ProposeAsync(); all.Add((text, await RateAsync(text))); } {|GG5001:execute(all.MaxBy(c => c.Score).Text)|};", "open")]
    public async Task A_closed_set_and_an_act_that_only_a_name_tells_of_are_infos(string body, string domain)
    {
        var report = (await Verify.ReportsAsync(Moves(body))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Contains(domain, report.Properties["domain"]);
        Assert.Equal("inferred", report.Properties["confidence"]);
    }

    [Fact]
    public async Task Candidates_score_selection_and_act_are_the_further_locations()
    {
        var report = (await Verify.ReportsAsync(Agent("var best = all.MaxBy(c => c.Score)!; {|GG5001:Save(best.Text)|};"))).Single();
        var text = report.Location.SourceTree!.ToString();
        var sites = report.AdditionalLocations.Select(location => text.Substring(location.SourceSpan.Start, location.SourceSpan.Length)).ToList();
        Assert.Contains("Propose", sites[0]);
        Assert.Contains("Rate from", sites[1]);
        Assert.Contains("MaxBy(c => c.Score)", sites);
        Assert.StartsWith("File.WriteAllText", sites[^1]);
        Assert.Equal(sites.Count, report.Properties["steps"]!.Split('\n').Length);
        Assert.EndsWith("act|File.WriteAllText", report.Properties["steps"]);
        Assert.Contains("GetResponseAsync", report.GetMessage());
        Assert.Contains("pathway 5, open domain", report.GetMessage());
    }

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        """
        public sealed class Agent(Judge judge)
        {
            public async Task RunAsync(string task) { var best = await judge.BestAsync(task); {|GG5001:File.WriteAllText("/srv/plan.txt", best.Text)|}; }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed record Candidate(string Text, double Score);
        public sealed class Judge(IChatClient client)
        {
            public async Task<Candidate> BestAsync(string task)
            {
                var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
                {
                    var text = (await client.GetResponseAsync(task)).Text;
                    return new Candidate(text, double.Parse((await client.GetResponseAsync("Rate " + text)).Text));
                }));
                return all.{|GG5002:MaxBy(c => c.Score)|}!;
            }
        }
        """);

    [Theory]
    [InlineData("var options = System.Text.Json.JsonSerializer.Deserialize<List<Option>>(await ProposeAsync())!; {|GG5001:File.WriteAllText(\"/srv/x\", options.MaxBy(o => o.Confidence)!.Plan)|};")]
    [InlineData("var options = System.Text.Json.JsonSerializer.Deserialize<List<Option>>(await ProposeAsync())!; {|GG5001:File.WriteAllText(\"/srv/x\", options.OrderByDescending(o => o.Grade).First().Plan)|};")]
    [InlineData("var plan = await ProposeAsync(); var top = await RateAsync(plan); for (var i = 0; i < 9; i++) { var next = (await client.GetResponseAsync(\"Change: \" + plan)).Text; var score = await RateAsync(next); if (score > top) { (plan, top) = (next, score); } } {|GG5001:File.WriteAllText(\"/srv/x\", plan)|};")]
    public Task Candidates_in_one_answer_and_changes_of_the_best_so_far(string body) =>
        Verify.ReportsAsync(Moves(body, "public enum Grade { Low, High } public sealed class Option { public string Plan { get; set; } = \"\"; public double Confidence { get; set; } public Grade Grade { get; set; } public int Number { get; set; } }"));

    [Theory]
    [InlineData("var options = System.Text.Json.JsonSerializer.Deserialize<List<Option>>(await ProposeAsync())!; File.WriteAllText(\"/srv/x\", options.OrderBy(o => o.Number).First().Plan);")]
    [InlineData("var options = System.Text.Json.JsonSerializer.Deserialize<List<Option>>(await ProposeAsync())!; File.WriteAllText(\"/srv/x\", options.First(o => o.Number == 1).Plan);")]
    [InlineData("var options = System.Text.Json.JsonSerializer.Deserialize<List<Option>>(await ProposeAsync())!; File.WriteAllText(\"/srv/x\", options.MaxBy(o => o.Created)!.Plan);")]
    public Task Places_prices_and_dates_are_no_scores(string body) =>
        Verify.SilentAsync(Moves(body, "public sealed class Option { public string Plan { get; set; } = \"\"; public int Number { get; set; } public DateTime Created { get; set; } }"));

    [Theory]
    [InlineData("""
        public sealed record Product(string Name, decimal Price);
        public sealed class Shop { public void Pick(List<Product> all) => File.WriteAllText("/srv/x", all.MaxBy(p => p.Price)!.Name); }
        """)]
    [InlineData("""
        public sealed record Player(string Name, int Score);
        public sealed class Board(IChatClient client)
        {
            public async Task ShowAsync(List<Player> all) { var hello = (await client.GetResponseAsync("Say hello")).Text; Console.WriteLine(hello); File.WriteAllText("/srv/x", all.MaxBy(p => p.Score)!.Name); }
        }
        """)]
    [InlineData("""
        public sealed class Search(IChatClient client, IEmbeddingGenerator<string, Embedding<float>> embedder)
        {
            public async Task FindAsync(List<string> documents)
            {
                var question = (await client.GetResponseAsync("Ask something")).Text;
                var wanted = await embedder.GenerateVectorAsync(question);
                var found = new List<(string Text, float Similarity)>();
                foreach (var document in documents) { found.Add((document, Cosine(wanted.Span, (await embedder.GenerateVectorAsync(document)).Span))); }
                File.WriteAllText("/srv/x", found.MaxBy(f => f.Similarity).Text);
            }

            private static float Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b) { var sum = 0f; for (var i = 0; i < a.Length; i++) { sum += a[i] * b[i]; } return sum; }
        }
        """)]
    [InlineData("""
        public sealed class Game
        {
            public interface IBoard { double Evaluate(string move); void Execute(string move); }
            public void Play(IBoard board, string[] moves) { var best = moves.MaxBy(board.Evaluate)!; board.Execute(best); }
        }
        """)]
    [InlineData("""
        public sealed class Chat(IChatClient client)
        {
            public async Task RunAsync()
            {
                var history = new List<ChatMessage>();
                while (Console.ReadLine() is { } line) { history.Add(new(ChatRole.User, line)); var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Console.WriteLine(answer.Text); File.WriteAllText("/srv/x", answer.Messages.Last().Text); }
            }
        }
        """)]
    [InlineData("""
        public sealed class Retry(IChatClient client)
        {
            public async Task RunAsync()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    var answer = await client.GetResponseAsync("Hello");
                    if (answer.Usage is { TotalTokenCount: > 0 }) { File.WriteAllText("/srv/x", answer.Text); return; }
                }
            }
        }
        """)]
    [InlineData("""
        public sealed class Variants(IChatClient client)
        {
            public async Task RunAsync(Dictionary<string, double> clicks)
            {
                var variant = clicks.MaxBy(c => c.Value).Key;
                File.WriteAllText("/srv/x", (await client.GetResponseAsync(variant)).Text);
            }
        }
        """)]
    public Task Look_alikes(string program) => Verify.SilentAsync("using Microsoft.Extensions.AI;\n" + program);
}
