namespace GoalGuard.Analyzers.Tests.Pathway5OuterLoop;

/// <summary>Loops that look like searches and optimisations and are none.</summary>
public class OuterLoopLookAlikeTests
{
    private static string Program(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed record Case(string Question, string Expected);
        public sealed class Work(IChatClient client, IChatClient judge, HttpClient http)
        {
            {{members}}

            public async Task<object> RunAsync(string task, List<Case> cases, double[] weights, CancellationToken token)
            {
                await client.GetResponseAsync("Hello");
                {{body}}
                return task;
            }

            private async Task<string> AskAsync(string text) => (await client.GetResponseAsync(text)).Text;

            private async Task<double> RateAsync(string text) => double.Parse((await judge.GetResponseAsync("Rate: " + text)).Text);

            private static void Save(string text) => File.WriteAllText("/srv/out.txt", text);
        }
        """;

    [Theory]
    [InlineData("numeric genetic algorithm", """
        var random = new Random(1);
        var population = Enumerable.Range(0, 20).Select(_ => random.NextDouble()).ToList();
        while (population.Max() < 0.999)
        {
            population = population.OrderByDescending(gene => gene).Take(10).SelectMany(gene => new[] { gene, gene + random.NextDouble() / 10 }).ToList();
            Save(population[0].ToString());
        }
        """)]
    [InlineData("beam over tokens", """
        var beam = new List<(List<int> Tokens, double LogProbability)> { (new List<int>(), 0) };
        while (beam[0].Tokens.Count < 100)
        {
            var next = new List<(List<int> Tokens, double LogProbability)>();
            foreach (var (tokens, probability) in beam) { for (var i = 0; i < weights.Length; i++) { next.Add((tokens.Append(i).ToList(), probability + Math.Log(weights[i]))); } }
            beam = next.OrderByDescending(each => each.LogProbability).Take(4).ToList();
        }
        """)]
    [InlineData("retry of a request", "HttpResponseMessage answer; do { answer = await http.PostAsync(\"https://example.com/log\", new StringContent(await AskAsync(task))); } while (!answer.IsSuccessStatusCode);")]
    [InlineData("pages", "string? page = \"1\"; while (page is not null) { var text = await http.GetStringAsync(\"https://example.com/items?page=\" + page); Console.WriteLine(await AskAsync(\"Summarise: \" + text)); page = text.Length > 10 ? text[..5] : null; }")]
    [InlineData("chat", "var history = new List<ChatMessage>(); while (true) { history.Add(new(ChatRole.User, Console.ReadLine())); var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Console.WriteLine(answer.Text); }")]
    [InlineData("chat that rates its answers", "var history = new List<ChatMessage>(); var best = 0.0; while (true) { history.Add(new(ChatRole.User, Console.ReadLine())); var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); var score = await RateAsync(answer.Text); if (score > best) { best = score; } }")]
    [InlineData("retry policy", "await RetryAsync(() => AskAsync(task));", "private static async Task<T> RetryAsync<T>(Func<Task<T>> work) { for (var i = 0; ; i++) { try { return await work(); } catch (HttpRequestException) when (i < 3) { await Task.Delay(100); } } }")]
    [InlineData("evaluation", "var sum = 0.0; var worst = 10.0; foreach (var each in cases) { var score = await RateAsync(await AskAsync(each.Question)); sum += score; if (score < worst) { worst = score; } } Save((sum / cases.Count).ToString());")]
    [InlineData("best of a list of cases", "var best = \"\"; var top = 0.0; foreach (var each in cases) { var score = await RateAsync(each.Question); if (score > top) { top = score; best = each.Question; } } return best;")]
    [InlineData("until it is a number", "int number; while (!int.TryParse(await AskAsync(task), out number)) { }")]
    [InlineData("until it is not empty", "string text; do { text = await AskAsync(task); } while (string.IsNullOrWhiteSpace(text));")]
    [InlineData("until it can be read", "while (true) { try { return System.Text.Json.JsonSerializer.Deserialize<Case>(await AskAsync(task))!; } catch (System.Text.Json.JsonException) { } }")]
    [InlineData("bounded work list", "var open = new Queue<string>(); open.Enqueue(task); for (var i = 0; open.Count > 0 && i < 20; i++) { var text = await AskAsync(open.Dequeue()); Save(text); foreach (var line in text.Split('\\n')) { open.Enqueue(line); } }")]
    [InlineData("traversal that sees each once", "var seen = new HashSet<string>(); var open = new Queue<string>(); open.Enqueue(task); while (open.Count > 0 && seen.Count < 50 && !token.IsCancellationRequested) { var at = open.Dequeue(); if (!seen.Add(at)) { continue; } foreach (var line in (await AskAsync(\"Links of \" + at)).Split('\\n')) { if (!seen.Contains(line)) { open.Enqueue(line); } } }")]
    [InlineData("documents by likeness", "for (var i = 0; i < 3; i++) { var best = cases.OrderByDescending(each => each.Expected.Length).First(); task = await AskAsync(task + best.Question); }")]
    [InlineData(
        "what an answer counts", "for (var i = 0; i < 9; i++) { var draft = await AskAsync(task); var next = System.Text.Json.JsonSerializer.Deserialize<Part>((await judge.GetResponseAsync(\"Go on: \" + draft)).Text)!; task = next.Text; Save(task); if (next.Count > 3) { break; } }",
        "private sealed record Part(string Text, int Count);")]
    [InlineData(
        "whether something is known", "for (var i = 0; i < 9; i++) { task = await AskAsync(task); Save(task); if (known.TryFind(task)) { break; } }",
        "public interface IKnown { bool TryFind(string text); } private IKnown known = null!;")]
    public Task None_of_them_is_reported(string form, string body, string members = "")
    {
        Assert.NotEmpty(form);
        return Verify.SilentAsync(Program(body, members));
    }

    [Theory]
    [InlineData("var open = new Queue<string>(); open.Enqueue(task); {|GG1001:while (open.Count > 0)|} { var text = await AskAsync(open.Dequeue()); Save(text); foreach (var line in text.Split('\\n')) { open.Enqueue(line); } }")]
    [InlineData("var seen = new HashSet<string>(); var open = new Stack<string>(); open.Push(task); {|GG1001:while (open.Count > 0)|} { var at = open.Pop(); foreach (var line in (await AskAsync(at)).Split('\\n')) { if (!seen.Contains(line)) { open.Push(line); } } Save(at); }")]
    public Task A_work_list_without_an_end_is_a_matter_of_imitation(string body) => Verify.ReportsAsync(Program(body));
}
