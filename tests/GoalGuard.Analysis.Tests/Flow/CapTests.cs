namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>What is too large is cut short, and says so.</summary>
public sealed class CapTests
{
    [Fact]
    public void Too_many_ways_through_a_member_with_a_loop_that_asks_a_model()
    {
        var branches = string.Concat(Enumerable.Repeat("if (Coin()) { Coin(); }\n", 11_000));
        var dump = EngineProgram.Whole($"class A {{ void M(IChat chat) {{ while (Coin()) {{ Examine(chat.Answer(\"x\")); {branches} }} }} }}").Dump();
        Assert.Contains("cap ways through a member", dump);
    }

    [Fact]
    public void Too_many_branches_to_say_what_a_verdict_decides()
    {
        var branches = string.Concat(Enumerable.Repeat("if (Coin()) { Coin(); }\n", 700));
        var dump = EngineProgram.Whole($"class A {{ void M(IChat chat) {{ var n = 0; if (chat.Answer(\"x\") == \"yes\") {{ n = 1; }} Examine(n); {branches} }} }}").Dump();
        Assert.Contains("cap decisions", dump);
    }
}
