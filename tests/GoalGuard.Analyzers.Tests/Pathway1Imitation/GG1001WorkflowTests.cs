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

    /// <summary>A preview package; its members by the names that they have there.</summary>
    private const string Processes = """
        namespace Microsoft.SemanticKernel
        {
            public abstract class ProcessTargetBuilder { }
            public class ProcessFunctionTargetBuilder(ProcessStepBuilder step, string? functionName = null, string? parameterName = null) : ProcessTargetBuilder { public ProcessStepBuilder Step => step; public string? Function => functionName ?? parameterName; }
            public class ProcessStepEdgeBuilder { public ProcessStepEdgeBuilder SendEventTo(ProcessTargetBuilder target) => this; public void StopProcess() { } }
            public abstract class ProcessStepBuilder { public ProcessStepEdgeBuilder OnEvent(string eventId) => new(); public ProcessStepEdgeBuilder OnFunctionResult(string? functionName = null) => new(); }
            public class ProcessEdgeBuilder { public ProcessEdgeBuilder SendEventTo(ProcessFunctionTargetBuilder target) => this; }
            public class ProcessBuilder(string id) { public string Id => id; public ProcessStepBuilder AddStepFromType<TStep>() => null!; public ProcessEdgeBuilder OnInputEvent(string eventId) => new(); }
            public abstract class KernelProcessStep { }
        }
        """;

    private static TestProgram Process(string rejected) => new("""
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel;
        public sealed class WriteStep(IChatClient client) : KernelProcessStep { public async Task<string> WriteAsync(string text) => (await client.GetResponseAsync(text)).Text; }
        public sealed class ReadStep : KernelProcessStep { public string Read(string text) { File.WriteAllText("/srv/draft.txt", text); return text; } }
        public static class Steps
        {
            public static ProcessBuilder Make()
            {
                var process = new ProcessBuilder("write");
                var writer = process.AddStepFromType<WriteStep>();
                var reader = process.AddStepFromType<ReadStep>();
                process.OnInputEvent("Start").SendEventTo(new ProcessFunctionTargetBuilder(writer));
                writer.OnFunctionResult().SendEventTo(new ProcessFunctionTargetBuilder(reader));
        """ + rejected + "return process; } }")
    {
        References = DeclaredLibrary.Beside("Microsoft.SemanticKernel.Process.Core", Processes),
    };

    [Fact]
    public Task A_process_that_sends_back_what_it_rejects() => Verify.ReportsAsync(Process("reader.OnEvent(\"Rejected\").{|GG1001:SendEventTo(new ProcessFunctionTargetBuilder(writer, \"Again\"))|};"));

    [Fact]
    public async Task A_process_that_goes_on_alone_ends() => Assert.Empty(await Verify.ReportsAsync(Process("reader.OnEvent(\"Accepted\").StopProcess();")));
}
