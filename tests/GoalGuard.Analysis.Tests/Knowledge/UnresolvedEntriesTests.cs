using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Tests.Knowledge;

/// <summary>Entries that name nothing are told, but only where the library they speak of is there.</summary>
public class UnresolvedEntriesTests
{
    private static string[] Unresolved(string models, string source = "") =>
        [.. KnowledgeBase.For(["System.Runtime"], [ModelsParser.Parse("user.goalguard.models", models)])
            .Unresolved(TestReferences.Compile(source)).Select(entry => entry.Origin.Line + " " + entry.Message)];

    [Theory]
    [InlineData("act T:System.IO.Files", "no type 'System.IO.Files'")]
    [InlineData("act M:System.IO.File.WriteEverything", "'System.IO.File' has no member 'WriteEverything'")]
    [InlineData("flow M:System.String.Trimm this -> return", "has no member 'Trimm'")]
    [InlineData("- effect:file-write M:System.IO.File.Writing", "has no member 'Writing'")]
    [InlineData("act M:OpenAI.Chat.ChatKlient.Complete", "no type 'OpenAI.Chat.ChatKlient'")]
    [InlineData("act M:OpenAI.NoSuch.ChatClient.Complete", "no type 'OpenAI.NoSuch.ChatClient'")]
    [InlineData("assembly System.Runtime\nact M:Elsewhere.A.Go", "no type 'Elsewhere.A'")]
    public void Told(string models, string message) => Assert.Contains(message, Assert.Single(Unresolved(models)), StringComparison.Ordinal);

    [Theory]
    [InlineData("act M:System.IO.File.WriteAllText")]
    [InlineData("act M:System.Collections.Generic.List`1.#ctor")]
    [InlineData("act P:System.Collections.Generic.List`1.Item(System.Int32)")]
    [InlineData("act P:System.String.Chars")]
    [InlineData("act P:System.Collections.Generic.Dictionary`2.KeyCollection.Count")]
    [InlineData("act M:System.IO.StreamWriter.ToString")]
    [InlineData("act M:Elsewhere.Things.A.Go")]
    [InlineData("act M:System.Nowhere.A.Go")]
    [InlineData("assembly Not.Referenced\nact M:System.IO.Files.Go")]
    [InlineData("act M:Lone.Go")]
    public void Silent(string models) => Assert.Empty(Unresolved(models));

    [Fact]
    public void SourceCounts()
    {
        Assert.Empty(Unresolved("act M:N.A.Go", "namespace N { class A { void Go() { } } }"));
        Assert.Single(Unresolved("act M:N.A.Went", "namespace N { class A { void Go() { } } }"));
    }

    [Fact]
    public void LinesComeInOrder() =>
        Assert.Equal(["1", "2", "4"], Unresolved("flow M:System.String.X this -> return\nact M:System.String.Y\n\n- act M:System.String.Z").Select(message => message[..1]));
}
