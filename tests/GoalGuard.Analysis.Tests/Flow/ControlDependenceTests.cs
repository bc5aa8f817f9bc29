using GoalGuard.Analysis.Flow.Control;

namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>Which conditions control what is done.</summary>
public class ControlDependenceTests
{
    private static string Conditions(string body, bool all = false, string what = "x")
    {
        var graph = Members.Body(body);
        var control = ControlDependence.Of(graph, default);
        var block = Members.Doing(graph, what);
        var found = all ? control.AllConditionsOf(block, default) : control.ConditionsOf(block, default);
        return string.Join(" ", found.Select(each => (each.Outcome ? "" : "!") + each.Condition.Syntax));
    }

    [Theory]
    [InlineData("Do(\"x\");", "")]
    [InlineData("if (a) Do(\"x\");", "a")]
    [InlineData("if (a) { } else Do(\"x\");", "!a")]
    [InlineData("if (!a) Do(\"x\");", "!a")]
    [InlineData("if (a) Do(); Do(\"x\");", "")]
    [InlineData("if (a) return; Do(\"x\");", "!a")]
    [InlineData("if (a) throw new Exception(); Do(\"x\");", "!a")]
    [InlineData("if (a && b) Do(\"x\");", "b")]
    [InlineData("if (a || b) Do(\"x\");", "a b")]
    [InlineData("while (a) Do(\"x\");", "a")]
    [InlineData("do { Do(\"x\"); } while (a);", "a")]
    [InlineData("while (a) { } Do(\"x\");", "")]
    [InlineData("while (true) { if (a) Do(\"x\"); }", "a")]
    [InlineData("while (true) { Do(\"x\"); if (a) Spend(); }", "")]
    [InlineData("while (true) { if (b) { Spend(); } while (true) { Do(\"x\"); if (a) { Spend(); } } }", "")]
    public void Direct(string body, string conditions) => Assert.Equal(conditions, Conditions(body));

    [Fact]
    public void Nested()
    {
        const string Body = "if (a) { if (b) { Do(\"x\"); } }";
        Assert.Equal("b", Conditions(Body));
        Assert.Equal("b a", Conditions(Body, all: true));
    }

    [Fact]
    public void SwitchArms() => Assert.Equal("1", Conditions("switch (Spend()) { case 1: Do(\"x\"); break; default: break; }"));

    [Fact]
    public void FinallyRunsAnyway() => Assert.Equal("", Conditions("try { if (a) return; Do(); } finally { Do(\"x\"); }"));

    [Fact]
    public void LeavingThroughUsingIsNoDetour() => Assert.Equal("!a", Conditions("using var s = new MemoryStream(); if (a) return; Do(\"x\");"));

    [Fact]
    public void WhatAHandlerSeesIsNoCondition() => Assert.Equal("", Conditions("try { Do(); Do(\"x\"); } catch { }"));

    [Fact]
    public void ConditionsInsideTry() => Assert.Equal("Ask()", Conditions("try { if (Ask()) Do(\"x\"); Do(); } catch { }"));

    [Fact]
    public void AfterAConditionInsideTry() => Assert.Equal("", Conditions("try { if (Ask()) Do(); Do(\"x\"); } catch { }"));

    [Fact]
    public void WhatDecidedBeforeTryStillDecides() => Assert.Equal("a", Conditions("if (a) { try { Do(); Do(\"x\"); } catch { } }"));

    [Fact]
    public void HandlersAreControlledByWhatLedToTheCall() => Assert.Equal("a", Conditions("if (a) { try { Do(); } catch { Do(\"x\"); } }"));

    [Fact]
    public void Filter() => Assert.Equal("a", Conditions("try { Do(); } catch (Exception) when (a) { Do(\"x\"); }"));
}
