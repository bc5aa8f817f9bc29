using System.Text;
using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>A thousand of everything: no stack overflow, no explosion. Depth of syntax is what the parser itself allows; <c>goto</c> goes further.</summary>
public class LargeGraphTests
{
    private static string Times(int count, Func<int, string> part) =>
        Enumerable.Range(0, count).Aggregate(new StringBuilder(), (text, i) => text.Append(part(i))).ToString();

    private static LoopForest Everything(string body)
    {
        var graph = Members.Body("var n = 0; " + body);
        Assert.True(graph.IsComplete);
        var control = ControlDependence.Of(graph, default);
        Assert.All(graph.Source.Blocks.Where((_, i) => i % 100 == 0), block => Assert.False(control.AllConditionsOf(block, default).IsDefault));
        var forest = LoopForest.Of(graph, default);
        var definitions = Definitions.Of(graph, default);
        var knowledge = KnowledgeBase.For([], default);
        Assert.All(forest.Loops.Where((_, i) => i % 50 == 0), loop => Assert.False(LoopBounds.Of(loop, definitions, knowledge, default).Bounds.IsDefault));
        return forest;
    }

    [Fact]
    public void WideBranches() => Assert.Empty(Everything(Times(1000, i => $"if (a) Do(\"{i}\");")).Loops);

    [Fact]
    public void WideLoops() => Assert.Equal(1000, Everything(Times(1000, _ => "while (a) { n++; }")).Loops.Length);

    [Fact]
    public void WideSwitchInALoop() =>
        Assert.Single(Everything("while (a) { switch (n) { " + Times(1000, i => $"case {i}: n = {i + 1}; break;") + " } }").Loops);

    [Fact]
    public void WideTry() => Assert.Single(Everything("while (a) { try { " + Times(1000, _ => "Do();") + " } catch { n++; } }").Loops);

    [Fact]
    public void ManyWaysOutOfFinally() =>
        Assert.Single(Everything("while (a) { try { " + Times(1000, i => i % 2 == 0 ? "if (b) break;" : "if (c) continue;") + " } finally { n++; } }").Loops);

    [Fact]
    public void DeepLoopsByGoto()
    {
        // Loop i begins at label i and goes back from behind loop i + 1: nested a thousand deep without nested syntax.
        var forest = Everything(Times(1000, i => $"l{i}: n++;") + Times(1000, i => $"if (n > {i}) goto l{999 - i};"));
        Assert.Equal(1000, forest.Loops.Max(loop => loop.Depth));
    }

    [Fact]
    public void DeepSyntax() => Assert.Equal(100, Everything(Times(100, _ => "while (a) { ") + "n++;" + Times(100, _ => "}")).Loops.Length);

    [Fact]
    public void LongConditions() => Assert.Single(Everything("while (n < 1 " + Times(300, i => $"+ {i} + n") + ") { n++; }").Loops);

    [Fact]
    public void TooManyCopiesAreCutShort()
    {
        // Every jump has its own copy of a long handler.
        var labels = Times(60, i => $"l{i}: n++;");
        var jumps = Times(60, i => $"if (a) goto l{i};");
        var graph = Members.Body("var n = 0; " + labels + "try { " + jumps + " } finally { " + Times(400, _ => "if (b) n++;") + " }");
        Assert.False(graph.IsComplete);
        Assert.InRange(graph.Nodes.Length, FlowGraphBuilder.MaxNodes, FlowGraphBuilder.MaxNodes + 100);
        var forest = LoopForest.Of(graph, default);
        Assert.All(forest.Loops, loop => Assert.Empty(LoopBounds.Of(loop, Definitions.Of(graph, default), KnowledgeBase.For([], default), default).NearMisses));
    }
}
