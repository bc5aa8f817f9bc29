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

    [Theory]
    [InlineData("private readonly List<IStep> _steps = new();", "foreach (var step in _steps) { text = await step.RunAsync(text); } return text;")]
    [InlineData("private readonly IStep _inner = inner;", "return await _inner.RunAsync(await client.AskAsync(text));")]
    [InlineData("private IReadOnlyList<IStep> Steps { get; } = [inner];", "for (var i = 0; i < Steps.Count; i++) { text = await Steps[i].RunAsync(text); } return text;")]
    [InlineData("", "return await inner.RunAsync(text);")]
    public Task What_an_object_was_made_with_comes_to_an_end(string member, string body) => Verify.SilentAsync(Steps(member, body));

    [Theory]
    [InlineData("public IStep? Next { get; set; } = inner;", "return await {|GG1001:Next!.RunAsync(await client.AskAsync(text))|};")]
    [InlineData("private IStep _next = inner; public void Link(IStep next) => _next = next;", "return await {|GG1001:_next.RunAsync(await client.AskAsync(text))|};")]
    public Task What_is_linked_later_may_lead_back(string member, string body) => Verify.ReportsAsync(Steps(member, body));

    private static string Steps(string member, string body) => $$"""
        using Microsoft.Extensions.AI;
        public interface IStep { Task<string> RunAsync(string text); }
        public sealed class Model(IChatClient client) : IStep
        {
            public async Task<string> AskAsync(string text) => (await client.GetResponseAsync(text)).Text;
            public async Task<string> RunAsync(string text) { var answer = await AskAsync(text); File.WriteAllText("/srv/step.txt", answer); return answer; }
        }

        public sealed class Pipeline(Model client, IStep inner) : IStep
        {
            {{member}}
            public async Task<string> RunAsync(string text) { {{body}} }
        }
        """;

    [Theory]
    [InlineData("var response = await agent.RunAsync(task, session, options); while (response.ContinuationToken is { } token) { await Task.Delay(1000); options.ContinuationToken = token; response = await agent.RunAsync(session, options); } File.WriteAllText(\"/srv/a.txt\", response.Text);")]
    [InlineData("var response = await agent.RunAsync(task, session, options); while (response.ContinuationToken is not null) { response = await agent.RunAsync(session, new AgentRunOptions { ContinuationToken = response.ContinuationToken }); File.WriteAllText(\"/srv/a.txt\", response.Text); }")]
    public Task Reading_on_in_an_answer_asks_nothing(string body) => Verify.SilentAsync($$"""
        #pragma warning disable MEAI001
        using Microsoft.Agents.AI;
        public sealed class Poller(AIAgent agent)
        {
            public async Task RunAsync(string task)
            {
                var session = await agent.CreateSessionAsync();
                var options = new AgentRunOptions { AllowBackgroundResponses = true };
                {{body}}
            }
        }
        """);

    [Theory]
    [InlineData("{|GG1001:for (var i = 0; i < 5; i++)|} { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); if (answer.Text.Contains(\"again\")) { i = -1; } }")]
    [InlineData("{|GG1001:for (var i = 0; i < 5; i++)|} { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); Save(answer.Text); if (answer.Text.Contains(\"again\")) { i = 0; } }")]
    public async Task A_counter_that_a_round_may_set_back(string body)
    {
        var report = (await Verify.ReportsAsync(Agent(body))).Single();
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
    }

    [Theory]
    [InlineData("GG1001", "public Task StartAsync() => LoopAsync();")]
    [InlineData("GG1001", "public Task StartAsync() => LoopAsync(default); public Task AgainAsync() => LoopAsync(CancellationToken.None);")]
    [InlineData(null, "public Task StartAsync(CancellationToken token) => LoopAsync(token); public Task AgainAsync() => LoopAsync();")]
    [InlineData(null, "")]
    public async Task A_token_that_no_caller_hands_over(string? rule, string callers)
    {
        var loop = "while (!token.IsCancellationRequested)";
        var program = Agent("", $$"""
            public async Task LoopAsync(CancellationToken token = default)
            {
                var messages = new List<ChatMessage>();
                {{(rule is null ? loop : "{|" + rule + ":" + loop + "|}")}} { var answer = await client.GetResponseAsync(messages); messages.AddMessages(answer); Save(answer.Text); }
            }

            {{callers}}
            """);
        Assert.All(await Verify.ReportsAsync(program), report => Assert.Equal(DiagnosticSeverity.Info, report.Severity));
    }

    [Theory]
    [InlineData("GG1001", "new Options { Most = -1 }")]
    [InlineData("GG1001", "new Options { Most = int.MaxValue }")]
    [InlineData("GG1001", "new Options { Most = 0 }")]
    [InlineData(null, "new Options { Most = 20 }")]
    public async Task A_limit_that_the_program_itself_lifts(string? rule, string options)
    {
        var loop = "for (var round = 0; round < options.Most; round++)";
        var program = """
            using Microsoft.Extensions.AI;
            public sealed class Options { public int Most { get; set; } = 10; }
            public sealed class Agent(IChatClient client, Options options)
            {
                public async Task RunAsync(List<ChatMessage> history)
                {
                    LOOP { var answer = await client.GetResponseAsync(history); history.AddMessages(answer); File.WriteAllText("/srv/a.txt", answer.Text); }
                }
            }
            """.Replace("LOOP", rule is null ? loop : "{|" + rule + ":" + loop + "|}", StringComparison.Ordinal);
        var reports = await Verify.ReportsAsync(program, "using Microsoft.Extensions.AI; public static class Setup { public static Agent Make(IChatClient client) => new(client, " + options + "); }");
        Assert.All(reports, report => Assert.Equal(DiagnosticSeverity.Info, report.Severity));
    }

    [Theory]
    [InlineData("_text")]
    [InlineData("_state.Text")]
    public Task What_several_types_move_from_round_to_round(string place) => Verify.ReportsAsync(
        $$"""
        public sealed class State { public string Text { get; set; } = ""; }
        public sealed class Agent(Thinker thinker, Writer writer, State state)
        {
            private readonly State _state = state;
            private string _text = "";

            public async Task RunAsync() { {|GG1001:while (!{{place}}.EndsWith("DONE"))|} { {{place}} = await thinker.ThinkAsync({{place}}); writer.Write({{place}}); } }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Thinker(IChatClient client) { public async Task<string> ThinkAsync(string text) => (await client.GetResponseAsync(text)).Text; }
        """,
        """
        public sealed class Writer { public void Write(string text) => File.WriteAllText("/srv/a.txt", text); }
        """);

    private static string Dispatcher(string tools) => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client, Dictionary<string, AIFunction> known)
        {
            public async Task RunAsync(List<ChatMessage> history)
            {
                var options = new ChatOptions { {{tools}} };
                {|GG1001:while (true)|}
                {
                    var answer = await client.GetResponseAsync(history, options);
                    history.AddMessages(answer);
                    var calls = answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
                    if (calls.Count == 0) { return; }
                    foreach (var call in calls)
                    {
                        var result = await known[call.Name].InvokeAsync(new AIFunctionArguments(call.Arguments));
                        history.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, result)]));
                    }
                }
            }
        }
        """;

    [Theory]
    [InlineData("", DiagnosticSeverity.Warning)]
    [InlineData("Tools = [AIFunctionFactory.Create(() => DateTime.Now.ToString(), \"now\")]", DiagnosticSeverity.Info)]
    [InlineData("Tools = {|GG6020:[AIFunctionFactory.Create((string text) => File.WriteAllText(\"/srv/notes.txt\", text), \"note\")]|}", DiagnosticSeverity.Warning)]
    public async Task Tools_that_a_round_calls_count_as_what_they_do(string tools, DiagnosticSeverity severity)
    {
        var reports = await Verify.ReportsAsync(Dispatcher(tools));
        Assert.Equal(severity, reports.Single(report => report.Id == "GG1001").Severity);
    }
}
