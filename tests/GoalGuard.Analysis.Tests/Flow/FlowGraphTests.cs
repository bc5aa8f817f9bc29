using GoalGuard.Analysis.Flow.Control;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>Dominators, copies of handlers, and graphs of any size.</summary>
public class FlowGraphTests
{
    private static (bool Before, bool After) Order(string body)
    {
        var graph = Members.Body(body);
        var (x, y) = (graph.Of(Members.Doing(graph, "x")).First().Index, graph.Of(Members.Doing(graph, "y")).Last().Index);
        return (Dominators.Of(graph, default).Dominates(x, y), Dominators.PostOf(graph, Endings.Of(graph), default).Dominates(y, x));
    }

    [Theory]
    [InlineData("Do(\"x\"); if (a) Do(\"y\");", true, false)]
    [InlineData("if (a) Do(\"x\"); Do(\"y\");", false, true)]
    [InlineData("Do(\"x\"); if (a) { } Do(\"y\");", true, true)]
    [InlineData("if (a) Do(\"x\"); else Do(\"y\");", false, false)]
    [InlineData("Do(\"x\"); while (true) { Do(\"y\"); }", true, true)]
    [InlineData("Do(\"x\"); if (a) { while (true) { } } Do(\"y\");", true, false)]
    [InlineData("try { Do(); if (b) { } Do(\"x\"); } catch { if (c) Do(\"y\"); }", false, false)]
    public void XBeforeYAfter(string body, bool before, bool after) => Assert.Equal((before, after), Order(body));

    [Fact]
    public void EachJumpPassesItsOwnFinally()
    {
        var graph = Members.Body("while (a) { try { if (b) return; if (c) break; } finally { Do(\"x\"); } } Do();");
        Assert.Equal(3, graph.Of(Members.Doing(graph, "x")).Count());
    }

    [Fact]
    public void JumpsToOnePlaceShareIt()
    {
        var graph = Members.Body("try { if (b) return; if (c) return; } finally { Do(\"x\"); }");
        Assert.Single(graph.Of(Members.Doing(graph, "x")));
    }

    /// <summary>Roslyn puts the graph of a lambda into the region where the lambda stands; a handler there is no block of the lambda.</summary>
    [Theory]
    [InlineData("try { Do(); Run(() => { if (a) Do(); }); } catch { Do(); }")]
    [InlineData("Do(); Do(); try { Run(() => Do()); } finally { Do(); if (b) Do(); }")]
    public void HandlersAroundALambdaAreNotItsOwn(string body)
    {
        var outer = Members.Graph($"void Run(Action x) {{ }} void M(bool a, bool b) {{ {body} }}");
        var lambda = outer.Blocks.SelectMany(block => block.Operations).SelectMany(operation => operation.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>().Single();
        var graph = FlowGraph.Of(outer.GetAnonymousFunctionControlFlowGraph(lambda), default);
        Assert.True(graph.IsComplete);
        Assert.DoesNotContain(graph.Nodes, node => node.Block is null);
    }

    [Fact]
    public void UnreachableBlocksHaveNoNodes()
    {
        var graph = Members.Body("return; Do(\"x\");");
        Assert.Empty(graph.Source.Blocks.Where(block => !block.IsReachable).SelectMany(graph.Of));
    }

    [Fact]
    public void SameGraphSameNodes()
    {
        var source = Members.Graph("void M(bool a) { while (a) { try { Do(); if (Ask()) break; } catch (IOException) { continue; } finally { Do(); } } }");
        Assert.Equal(FlowGraph.Of(source, default).Nodes.ToArray(), FlowGraph.Of(source, default).Nodes.ToArray());
    }

    [Fact]
    public void Cancelled() =>
        Assert.Throws<OperationCanceledException>(() => FlowGraph.Of(Members.Graph("void M() { }"), new CancellationToken(canceled: true)));
}
