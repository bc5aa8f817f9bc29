namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>The helper that other tests ask: it must be able to say no, and its dump must name what a reader looks for.</summary>
public sealed class EngineProgramTests
{
    [Fact]
    public void What_a_model_said_is_seen_where_it_arrives() => Assert.Equal("ModelOutput(IChat.Answer)", EngineProgram.SeenIn("var text = chat.Answer(\"x\"); Examine(text);"));

    [Fact]
    public void What_no_model_said_is_not() => Assert.Empty(EngineProgram.Of("class A { void M(IChat chat) { chat.Answer(\"x\"); Examine(\"mine\"); } }").Examined);

    [Fact]
    public void The_dump_shows_blocks_values_guards_and_summaries()
    {
        var dump = EngineProgram.Of("""
            class A
            {
                void M(IChat chat) { var text = chat.Answer("x"); if (text is "a" or "b") { Examine(Twice(text)); } }
                static string Twice(string given) => given + given;
            }
            """).Dump();
        Assert.Contains("A.M(Worlds.IChat)", dump);
        Assert.Contains("Invocation `chat.Answer(\"x\")` = ModelOutput(IChat.Answer)", dump);
        Assert.Contains("assured: AllowListed of", dump);
        Assert.Contains("return = Parameter(given)", dump);
        Assert.Contains("found ModelOutput(IChat.Answer)[AllowListed]", dump);
    }
}
