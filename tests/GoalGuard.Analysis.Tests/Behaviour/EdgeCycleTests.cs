using GoalGuard.Analysis.Behaviour.Workflows;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Tests.Flow;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Tests.Behaviour;

/// <summary>Graphs of steps that lead back: which edge closes them, which model is asked on the way, what bounds them.</summary>
public sealed class EdgeCycleTests
{
    private static IReadOnlyList<LoopFact> Cycles(string edges, string plan = "return chat.Answer(text);")
    {
        var program = EngineProgram.Whole($$"""
            class Graph { public Graph AddNode(string name, Func<string, string> run) => this; public Graph AddTransition(string from, string to, Func<string, bool>? when = null) => this; }
            class A
            {
                private int _rounds;
                string Plan(IChat chat, string text) { {{plan}} }
                static string Log(string text) => text;
                void M(IChat chat, Graph graph) { graph.AddNode("plan", text => Plan(chat, text)).AddNode("log", Log).AddNode("end", Log); {{edges}} }
            }
            """);
        var member = program.Compilation.GetTypeByMetadataName("A")!.GetMembers("M").Single();
        return [.. EdgeCycles.In(program.Engine, member, default)];
    }

    [Theory]
    [InlineData("graph.AddTransition(\"plan\", \"log\").AddTransition(\"log\", \"plan\");", "AddTransition(\"log\", \"plan\")")]
    [InlineData("graph.AddTransition(\"log\", \"plan\"); graph.AddTransition(\"plan\", \"end\"); graph.AddTransition(\"plan\", \"log\");", "AddTransition(\"plan\", \"log\")")]
    [InlineData("graph.AddTransition(\"plan\", \"plan\", text => text != \"DONE\");", "AddTransition(\"plan\", \"plan\", text => text != \"DONE\")")]
    public void The_last_edge_closes_the_cycle(string edges, string closing)
    {
        var cycle = Assert.Single(Cycles(edges));
        Assert.Equal((LoopKind.Edges, closing.Length, "IChat.Answer"), (cycle.Kind, cycle.Header.Length, Assert.Single(cycle.Carried).Name));
        Assert.Empty(cycle.Bounds);
    }

    [Theory]
    [InlineData("graph.AddTransition(\"plan\", \"log\").AddTransition(\"log\", \"end\");")]
    [InlineData("graph.AddTransition(\"plan\", \"end\").AddTransition(\"log\", \"log\");")]
    public void A_graph_that_does_not_come_back_to_a_model_is_none(string edges) => Assert.Empty(Cycles(edges));

    [Theory]
    [InlineData("if (_rounds++ > 3) { return text; } return chat.Answer(text);", "", "Counter")]
    [InlineData("_rounds += 1; return chat.Answer(text);", ", _ => _rounds < 3", "Counter")]
    [InlineData("Console.ReadLine(); return chat.Answer(text);", "", "Person")]
    public void Its_nodes_and_conditions_bound_it(string plan, string condition, string expected) =>
        Assert.Equal(expected, Assert.Single(Assert.Single(Cycles($"graph.AddTransition(\"plan\", \"log\").AddTransition(\"log\", \"plan\"{condition});", plan)).Bounds).Kind.ToString());
}
