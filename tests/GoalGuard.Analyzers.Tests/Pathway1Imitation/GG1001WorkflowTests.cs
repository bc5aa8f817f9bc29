using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway1Imitation;

/// <summary>Graphs of steps that lead back: of the Agent Framework, and of a program's own.</summary>
public class GG1001WorkflowTests
{
    private const string Steps = """
        public sealed class Writer(AIAgent agent) : Executor<string, string>("writer")
        {
            public override async ValueTask<string> HandleAsync(string message, IWorkflowContext context, CancellationToken token = default)
            {
                var text = (await agent.RunAsync(message, cancellationToken: token)).Text;
                File.WriteAllText("/srv/draft.txt", text);
                return text;
            }
        }

        public sealed class Critic(AIAgent agent) : Executor<string, string>("critic")
        {
            private int _rounds;

            public override async ValueTask<string> HandleAsync(string message, IWorkflowContext context, CancellationToken token = default)
            {
                {{check}}
                return (await agent.RunAsync("Judge: " + message, cancellationToken: token)).Text;
            }
        }
        """;

    private static string Workflow(string edges, string check = "") => """
        using Microsoft.Agents.AI;
        using Microsoft.Agents.AI.Workflows;
        public static class Program
        {
            public static Workflow Make(AIAgent agent)
            {
                Writer writer = new(agent);
                Critic critic = new(agent);
        """ + edges + "}}" + Steps.Replace("{{check}}", check);

    [Theory]
    [InlineData("return new WorkflowBuilder(writer).AddEdge(writer, critic).{|GG1001:AddEdge(critic, writer)|}.Build();")]
    [InlineData("return new WorkflowBuilder(writer).AddEdge(writer, critic).{|GG1001:AddEdge<string>(critic, writer, condition: text => text != \"good\")|}.Build();")]
    [InlineData("var builder = new WorkflowBuilder(writer); builder.AddEdge(writer, critic); builder.{|GG1001:AddFanOutEdge(critic, [writer])|}; return builder.Build();")]
    [InlineData("return new WorkflowBuilder(writer).AddEdge(writer, critic).AddSwitch(critic, choice => choice.{|GG1001:AddCase<string>(text => text == \"bad\", [writer])|}).Build();")]
    [InlineData("return new WorkflowBuilder(writer).{|GG1001:AddEdge(writer, writer)|}.Build();")]
    public async Task A_cycle_of_edges_is_a_loop(string edges)
    {
        var report = (await Verify.ReportsAsync(Workflow(edges))).Single();
        Assert.Equal(DiagnosticSeverity.Warning, report.Severity);
        Assert.EndsWith("act|File.WriteAllText", report.Properties["steps"]);
    }

    [Theory]
    [InlineData("return new WorkflowBuilder(writer).AddEdge(writer, critic).Build();")]
    [InlineData("return new WorkflowBuilder(writer).AddEdge(writer, critic).AddEdge(critic, writer).Build();", "if (_rounds++ >= 3) { return \"good\"; }")]
    [InlineData("return new WorkflowBuilder(writer).AddEdge(writer, critic).AddEdge(critic, writer).Build();", "_rounds++; if (_rounds > 3) { return \"good\"; }")]
    [InlineData("var person = RequestPort.Create<string, string>(\"person\"); return new WorkflowBuilder(writer).AddEdge(writer, person).AddEdge(person, writer).Build();")]
    public Task Graphs_that_end_or_wait_for_somebody(string edges, string check = "") => Verify.SilentAsync(Workflow(edges, check));

    private static string Own(string edges) => """
        using Microsoft.Extensions.AI;
        public sealed class Graph
        {
            private readonly Dictionary<string, Func<string, Task<string>>> _nodes = new();
            private readonly List<(string From, string To, Func<string, bool> When)> _edges = new();

            public void AddNode(string name, Func<string, Task<string>> run) => _nodes[name] = run;

            public void AddEdge(string from, string to, Func<string, bool>? when = null) => _edges.Add((from, to, when ?? (_ => true)));
        }

        public sealed class Planner(IChatClient client)
        {
            private async Task<string> PlanAsync(string text) => (await client.GetResponseAsync(text)).Text;

            private static Task<string> ActAsync(string plan) { File.WriteAllText("/srv/plan.txt", plan); return Task.FromResult(plan); }

            public Graph Make()
            {
                var graph = new Graph();
                graph.AddNode("plan", PlanAsync);
                graph.AddNode("act", ActAsync);
        """ + edges + "return graph; } }";

    [Fact]
    public Task A_graph_of_the_program_s_own() => Verify.ReportsAsync(Own("graph.AddEdge(\"plan\", \"act\"); graph.{|GG1001:AddEdge(\"act\", \"plan\", text => text != \"DONE\")|};"));

    [Fact]
    public Task A_chain_ends() => Verify.SilentAsync(Own("graph.AddEdge(\"plan\", \"act\");"));

    [Fact]
    public Task A_cycle_without_a_model_is_silent() => Verify.SilentAsync(Own("graph.AddNode(\"log\", ActAsync); graph.AddEdge(\"log\", \"act\"); graph.AddEdge(\"act\", \"log\");"));
}
