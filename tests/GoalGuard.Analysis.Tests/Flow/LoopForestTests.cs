using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Flow.Control;

namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>Every way to write a loop.</summary>
public class LoopForestTests
{
    private static LoopForest Loops(string body) => LoopForest.Of(Members.Body(body), default);

    [Theory]
    [InlineData("while (a) { Do(\"x\"); }")]
    [InlineData("while (true) { Do(\"x\"); if (a) break; }")]
    [InlineData("do { Do(\"x\"); } while (a);")]
    [InlineData("for (var i = 0; i < 3; i++) { Do(\"x\"); }")]
    [InlineData("for (;;) { Do(\"x\"); }")]
    [InlineData("foreach (var s in new[] { 1 }) { Do(\"x\"); }")]
    [InlineData("again: Do(\"x\"); if (a) goto again;")]
    [InlineData("while (a) { try { Do(\"x\"); } catch { } }")]
    [InlineData("while (a) { using var s = new MemoryStream(); Do(\"x\"); }")]
    [InlineData("while (a) { if (b) continue; Do(\"x\"); }")]
    public void OneLoop(string body)
    {
        var forest = Loops(body);
        var loop = Assert.Single(forest.Loops);
        Assert.True(loop.IsNatural);
        Assert.Null(loop.Parent);
        Assert.True(loop.Contains(Members.Doing(forest.Graph, "x")));
        Assert.Same(loop, forest.Around(Members.Doing(forest.Graph, "x")));
        Assert.NotEmpty(loop.BackEdges);
        Assert.All(loop.BackEdges, edge => Assert.Equal(loop.Header.Index, edge.To));
    }

    [Theory]
    [InlineData("if (a) Do();")]
    [InlineData("try { Do(); if (a) return; } catch { Do(); } finally { Do(); }")]
    [InlineData("while (a) { Do(); break; }")]
    [InlineData("if (a) goto end; Do(); end: Do();")]
    public void NoLoop(string body) => Assert.Empty(Loops(body).Loops);

    [Fact]
    public void AwaitForeach()
    {
        var forest = Members.Loops("async Task M(IAsyncEnumerable<int> items) { await foreach (var item in items) Do(\"x\"); }");
        Assert.True(Assert.Single(forest.Loops).Contains(Members.Doing(forest.Graph, "x")));
    }

    [Fact]
    public void Retry()
    {
        var forest = Loops("again: try { Do(\"x\"); } catch { goto again; }");
        Assert.True(Assert.Single(forest.Loops).Contains(Members.Doing(forest.Graph, "x")));
    }

    [Fact]
    public void Nested()
    {
        var forest = Loops("while (a) { Do(\"x\"); foreach (var s in new[] { 1 }) { do { Do(\"y\"); } while (b); } }");
        Assert.Equal([1, 2, 3], forest.Loops.Select(loop => loop.Depth).Order());
        Assert.Equal(1, forest.Around(Members.Doing(forest.Graph, "x"))!.Depth);
        Assert.Equal(3, forest.Around(Members.Doing(forest.Graph, "y"))!.Depth);
    }

    [Fact]
    public void SideBySide() => Assert.Equal([null, null], Loops("while (a) Do(); while (b) Do();").Loops.Select(loop => loop.Parent));

    [Fact]
    public void EnteredAtTwoPlaces()
    {
        var forest = Loops("if (a) goto second; first: Do(\"x\"); second: Do(\"y\"); if (b) goto first;");
        var loop = Assert.Single(forest.Loops);
        Assert.False(loop.IsNatural);
        Assert.True(loop.Contains(Members.Doing(forest.Graph, "x")) && loop.Contains(Members.Doing(forest.Graph, "y")));
    }

    [Fact]
    public void CodeOnTheWayOutIsOutside()
    {
        var forest = Loops("while (true) { if (a) { Do(\"x\"); return; } Do(\"y\"); }");
        var loop = Assert.Single(forest.Loops);
        Assert.False(loop.Contains(Members.Doing(forest.Graph, "x")));
        Assert.True(loop.Contains(Members.Doing(forest.Graph, "y")));
    }

    [Theory]
    [InlineData("while (a) { if (b) break; if (c) return; }", "!a b c")]
    [InlineData("while (a && b) { }", "!a !b")]
    [InlineData("while (true) { if (a) throw new Exception(); }", "a")]
    [InlineData("do { } while (a || b);", "!b")]
    [InlineData("while (true) { using var s = new MemoryStream(); if (a) break; }", "a")]
    [InlineData("while (true) { Do(); }", "")]
    [InlineData("while (true) { try { if (a) break; } finally { Do(); } }", "a")]
    public void Exits(string body, string exits)
    {
        var loop = Assert.Single(Loops(body).Loops);
        Assert.Equal(exits, string.Join(" ", loop.Exits.Select(exit => (exit.Edge.Outcome == true ? "" : "!") + exit.Condition!.Syntax)));
    }

    [Fact]
    public void ExceptionsThatLeave()
    {
        var loop = Assert.Single(Loops("try { while (true) { Do(); } } catch { }").Loops);
        Assert.Null(Assert.Single(loop.Exits).Condition);
    }
}
