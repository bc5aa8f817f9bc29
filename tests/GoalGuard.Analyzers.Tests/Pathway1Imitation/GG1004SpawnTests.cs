using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway1Imitation;

/// <summary>Loops and recursions that make further agents, as many as a model says or told what a model says.</summary>
public class GG1004SpawnTests
{
    private static string Agent(string body, string members = "") => $$"""
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        public sealed class Worker(IChatClient client, string goal)
        {
            public async Task<string> WorkAsync() => (await client.GetResponseAsync(goal)).Text;
        }

        public sealed class Boss(IChatClient client)
        {
            private readonly List<AIAgent> _agents = new();
            private readonly Dictionary<string, Worker> _workers = new();
            {{members}}

            public async Task RunAsync(string goal, int limit)
            {
                {{body}}
            }

            private async Task<string> AskAsync(string prompt) => (await client.GetResponseAsync(prompt)).Text;

            private AIAgent Make(string instructions) => new ChatClientAgent(client, instructions);

            private void Keep(AIAgent agent) => _agents.Add(agent);
        }
        """;

    [Theory]
    [InlineData("var plan = await AskAsync(goal); {|GG1004:foreach (var step in plan.Split('\\n'))|} { _agents.Add(new ChatClientAgent(client, step)); }")]
    [InlineData("var plan = await AskAsync(goal); {|GG1004:foreach (var step in plan.Split('\\n'))|} { var agent = client.AsAIAgent(instructions: step); _agents.Add(agent); }")]
    [InlineData("var plan = await AskAsync(goal); {|GG1004:foreach (var step in plan.Split('\\n'))|} { Keep(Make(step)); }")]
    [InlineData("var plan = await AskAsync(goal); {|GG1004:foreach (var step in plan.Split('\\n'))|} { _workers[step] = new Worker(client, step); }")]
    [InlineData("var plan = await AskAsync(goal); {|GG1004:foreach (var step in plan.Split('\\n'))|} { var agent = new ChatClientAgent(client, step); _ = agent.RunAsync(\"Begin.\"); }")]
    [InlineData("var plan = await AskAsync(goal); {|GG1004:foreach (var step in plan.Split('\\n'))|} { _ = Task.Run(async () => { var agent = new ChatClientAgent(client, step); await agent.RunAsync(\"Begin.\"); }); }")]
    [InlineData("{|GG1004:while (true)|} { var next = await AskAsync(goal); if (next == \"DONE\") { break; } _agents.Add(Make(next)); }")]
    [InlineData("await SolveAsync(goal);", "private async Task SolveAsync(string task) { var agent = new ChatClientAgent(client, task); var plan = (await agent.RunAsync(\"Split it.\")).Text; foreach (var part in plan.Split('\\n')) { await {|GG1004:SolveAsync(part)|}; } }")]
    [InlineData("await SolveAsync(goal);", "private async Task SolveAsync(string task) { var plan = await new Worker(client, task).WorkAsync(); foreach (var part in plan.Split('\\n')) { await {|GG1004:SolveAsync(part)|}; } }")]
    [InlineData("async Task Solve(string task) { var plan = (await Make(task).RunAsync(\"Split it.\")).Text; foreach (var part in plan.Split('\\n')) { await {|GG1004:Solve(part)|}; } } await Solve(goal);")]
    public Task More_agents_by_a_models_word(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));

    [Theory]
    [InlineData("var plan = await AskAsync(goal); foreach (var step in plan.Split('\\n')) { var agent = new ChatClientAgent(client, step); await agent.RunAsync(\"Begin.\"); }")]
    [InlineData("var plan = await AskAsync(goal); foreach (var step in plan.Split('\\n').Take(5)) { _agents.Add(new ChatClientAgent(client, step)); }")]
    [InlineData("foreach (var role in new[] { \"writer\", \"critic\" }) { _agents.Add(new ChatClientAgent(client, role)); } await AskAsync(goal);")]
    [InlineData("for (var i = 0; i < 5; i++) { _agents.Add(Make(await AskAsync(goal))); }")]
    [InlineData("var plan = await AskAsync(goal); foreach (var step in plan.Split('\\n')) { if (_agents.Count >= 10) { break; } _agents.Add(Make(step)); }")]
    [InlineData("await SolveAsync(goal, 0);", "private async Task SolveAsync(string task, int depth) { if (depth > 3) { return; } var plan = (await Make(task).RunAsync(\"Split it.\")).Text; foreach (var part in plan.Split('\\n')) { await SolveAsync(part, depth + 1); } }")]
    [InlineData("var agent = new ChatClientAgent(client, await AskAsync(goal)); _agents.Add(agent); await agent.RunAsync(goal);")]
    [InlineData("while (Console.ReadLine() is { } line) { _agents.Add(Make(line)); await AskAsync(line); }")]
    public Task Bounded_or_gone_with_the_round(string body, string members = "") => Verify.SilentAsync(Agent(body, members));

    [Fact]
    public async Task The_message_names_the_model_and_the_agent()
    {
        var report = (await Verify.ReportsAsync(Agent("var plan = await AskAsync(goal); {|GG1004:foreach (var step in plan.Split('\\n'))|} { _agents.Add(new ChatClientAgent(client, step)); }"))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.StartsWith("What ChatClientExtensions.GetResponseAsync answers makes further agents (ChatClientAgent)", report.GetMessage());
        Assert.EndsWith("act|ChatClientAgent", report.Properties["steps"]);
    }

    [Fact]
    public Task A_type_that_makes_others_of_its_kind() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        public sealed class Node(IChatClient client, string goal)
        {
            public async Task RunAsync()
            {
                var plan = (await client.GetResponseAsync("Split: " + goal)).Text;
                foreach (var part in plan.Split('\n'))
                {
                    var child = new Node(client, part);
                    await {|GG1004:child.RunAsync()|};
                }
            }
        }
        """);

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        """
        public sealed class Boss(Planner planner, Team team)
        {
            public async Task RunAsync(string goal) { {|GG1004:foreach (var step in await planner.PlanAsync(goal))|} { team.Hire(step); } }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Planner(IChatClient client) { public async Task<string[]> PlanAsync(string goal) => (await client.GetResponseAsync(goal)).Text.Split('\n'); }
        """,
        """
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        public sealed class Team(IChatClient client) { private readonly List<AIAgent> _members = new(); public void Hire(string task) => _members.Add(new ChatClientAgent(client, task)); }
        """);
}
