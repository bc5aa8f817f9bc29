using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway1Imitation;

/// <summary>Loops that hand a model's answer to their next round: those that end for certain, those that may, and those that need not.</summary>
public class GG1001LoopTests
{
    private static string Agent(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client)
        {
            private readonly List<ChatMessage> _history = new();
            {{members}}

            public async Task RunAsync(string task, CancellationToken token, int limit)
            {
                var history = new List<ChatMessage> { new(ChatRole.User, task) };
                {{body}}
            }

            private static void Save(string text) => File.WriteAllText("/srv/notes.txt", text);
        }
        """;

    [Theory]
    [InlineData("{|GG1001:while (true)|} { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); if (answer.Text.Contains(\"DONE\")) { break; } }")]
    [InlineData("var done = false; {|GG1001:while (!done)|} { var answer = await client.GetResponseAsync(history); history.Add(new ChatMessage(ChatRole.Assistant, answer.Text)); done = answer.Text == \"DONE\"; Save(answer.Text); }")]
    [InlineData("string text = task; {|GG1001:do|} { text = (await client.GetResponseAsync(\"Go on: \" + text)).Text; Save(text); } while (!text.EndsWith(\"DONE\"));")]
    [InlineData("{|GG1001:for (;;)|} { _history.Add(new ChatMessage(ChatRole.Assistant, (await client.GetResponseAsync(_history)).Text)); Save(\"x\"); }")]
    [InlineData("{|GG1001:while (true)|} { await StepAsync(history); }", "private async Task StepAsync(List<ChatMessage> history) { var answer = await client.GetResponseAsync(history); history.Add(new ChatMessage(ChatRole.Assistant, answer.Text)); Save(answer.Text); }")]
    [InlineData("var round = 0; {|GG1001:while (round < 5)|} { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }")]
    [InlineData("await NextAsync(task);", "private async Task NextAsync(string text) { var answer = (await client.GetResponseAsync(text)).Text; Save(answer); if (answer != \"DONE\") { await {|GG1001:NextAsync(answer)|}; } }")]
    public Task A_model_that_decides_when_to_stop(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));

    [Theory]
    [InlineData("for (var i = 0; i < 10; i++) { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }")]
    [InlineData("var steps = 0; while (true) { if (steps++ >= limit) { throw new InvalidOperationException(\"Out of steps.\"); } var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); if (answer.Text == \"DONE\") { return; } }")]
    [InlineData("while (!token.IsCancellationRequested) { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }")]
    [InlineData("while (true) { token.ThrowIfCancellationRequested(); var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }")]
    [InlineData("while (true) { history.Add(new ChatMessage(ChatRole.User, Console.ReadLine())); var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }")]
    [InlineData("var until = DateTime.UtcNow.AddMinutes(5); while (DateTime.UtcNow < until) { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }")]
    [InlineData("while (true) { var answer = await client.GetResponseAsync(task); if (int.TryParse(answer.Text, out _)) { break; } }")]
    [InlineData("foreach (var line in File.ReadLines(task)) { var answer = await client.GetResponseAsync(line); Console.WriteLine(answer.Text); }")]
    [InlineData("var parts = (await client.GetResponseAsync(history)).Text.Split('.'); for (var i = 0; i < parts.Length; i++) { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }")]
    [InlineData("while (true) { await Task.Delay(1000, token); Save(\"x\"); }")]
    [InlineData("while (true) { history.Add(new ChatMessage(ChatRole.User, Line())); var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }", "private static string? Line() => Console.ReadLine();")]
    [InlineData("while (true) { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); if (!Agrees(answer.Text)) { return; } } static bool Agrees(string text) => Console.ReadLine() == text;")]
    [InlineData("while (true) { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); if (answer.Messages.Any(message => Agrees(message.Text))) { return; } }", "private static bool Agrees(string text) => Console.ReadLine() == text;")]
    [InlineData("await NextAsync(task, 0);", "private async Task NextAsync(string text, int depth) { if (depth > 5) { return; } var answer = (await client.GetResponseAsync(text)).Text; Save(answer); await NextAsync(answer, depth + 1); }")]
    public Task Loops_that_end_or_wait_for_somebody(string body, string members = "") => Verify.SilentAsync(Agent(body, members));

    [Theory]
    [InlineData("{|GG1001:while (true)|} { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); if (answer.Text == \"DONE\") { break; } }", "nothing bounds")]
    [InlineData("{|GG1001:while (true)|} { var answer = await client.GetResponseAsync(history, null, token); history.AddMessages(answer); Save(answer.Text); }", "only passed along")]
    [InlineData("var round = 0; {|GG1001:while (round < 9)|} { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); if (answer.Text.Contains(\"retry\")) { continue; } round++; }", "some ways round only")]
    [InlineData("var round = 0; {|GG1001:while (Most <= 0 || round < Most)|} { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); round++; }", "may be infinite", "public int Most { get; set; } = -1;")]
    public async Task What_may_end_or_changes_nothing_is_an_info(string body, string text, string members = "")
    {
        var report = (await Verify.ReportsAsync(Agent(body, members))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Contains(text, report.GetMessage());
    }

    [Fact]
    public async Task The_message_names_the_model_and_the_steps_lead_to_the_act()
    {
        var report = (await Verify.ReportsAsync(Agent("{|GG1001:while (true)|} { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); }"))).Single();
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
        Assert.StartsWith("What IChatClient.GetResponseAsync answers decides the next round, and nothing bounds the rounds", report.GetMessage());
        Assert.EndsWith("act|File.WriteAllText", report.Properties["steps"]);
    }

    [Fact]
    public Task Members_that_call_each_other_are_one_loop() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client)
        {
            public async Task ThinkAsync(string text) => await ActAsync((await client.GetResponseAsync(text)).Text);

            private async Task ActAsync(string plan) { File.WriteAllText("/srv/plan.txt", plan); await {|GG1001:ThinkAsync(plan)|}; }
        }
        """);

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        public sealed class Agent(Thinker thinker)
        {
            public async Task RunAsync(string text) { {|GG1001:while (text != "DONE")|} { text = await thinker.ThinkAsync(text); File.WriteAllText("/srv/plan.txt", text); } }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Thinker(IChatClient client)
        {
            public async Task<string> ThinkAsync(string text) => (await client.GetResponseAsync(text)).Text;
        }
        """);
}
