namespace GoalGuard.Analysis.Tests.Flow;

/// <summary>Two threads may solve the same members. Whoever publishes first, and whenever, both come to the same result.</summary>
public sealed class OvertakenTests
{
    /// <summary>What is looked up before it is known and published by somebody else before it is walked here.</summary>
    private const string Confinement = """
        class Paths
        {
            void Act(IChat chat) { Examine(Confine(chat.Answer("which file?"))); }

            private static string Confine(string name)
            {
                var path = Path.GetFullPath(Path.Combine(Root, name));
                if (!path.StartsWith(Root, StringComparison.Ordinal)) throw new UnauthorizedAccessException();
                return path;
            }

            public static readonly string Root = Path.GetFullPath("/srv/inbox") + Path.DirectorySeparatorChar;
        }
        """;

    private const string Chain = """
        class Chain
        {
            void Act(IChat chat) { Examine(First(chat)); Examine(_last); }
            string First(IChat chat) => Second(chat) + "!";
            string Second(IChat chat) => Third(chat, 3);
            string Third(IChat chat, int depth) { if (depth == 0) return First(chat); _last = chat.Answer("?"); return Second(chat) + _last; }
            private string _last = "";
        }
        """;

    [Theory]
    [InlineData(Confinement, "Root")]
    [InlineData(Confinement, "Confine")]
    [InlineData(Confinement, "Act")]
    [InlineData(Chain, "_last")]
    [InlineData(Chain, "First")]
    [InlineData(Chain, "Second")]
    [InlineData(Chain, "Third")]
    public void Being_overtaken_changes_nothing(string program, string member)
    {
        var alone = EngineProgram.Whole(program);

        Assert.NotEmpty(alone.Found);
        Assert.All(Enumerable.Range(1, alone.Walks), walks => Assert.Equal(
            alone.Found.Select(facts => facts.ToString()), EngineProgram.Overtaken(walks, member, program).Found.Select(facts => facts.ToString())));
    }
}
