using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis;

namespace GoalGuard.Analysis.Tests.Knowledge;

public class ConditionTests
{
    private static Condition When(string values) =>
        ModelsParser.Parse("a", $"act M:A.B when arg:x=\"{values}\"").Roles.Single().When!;

    [Theory]
    [InlineData("Create", "create", true)]
    [InlineData("Create|Append", "Append", true)]
    [InlineData("Create|Append", "CreateNew", false)]
    [InlineData("*/v1/messages*", "https://host/v1/messages?x=1", true)]
    [InlineData("*/v1/messages", "https://host/v1/messages/batches", false)]
    [InlineData("*a*b", "aXaXb", true)]
    [InlineData("*a*b", "aXbX", false)]
    [InlineData("a**", "a", true)]
    [InlineData("|a", "", true)]
    [InlineData("*", "", true)]
    public void Values(string values, string text, bool accepted) => Assert.Equal(accepted, When(values).Accepts(text));

    [Fact]
    public void LongTextStaysQuick() => Assert.False(When(string.Concat(Enumerable.Repeat("*a", 50)) + "*b").Accepts(new string('a', 20_000)));

    [Theory]
    [InlineData("https://api.openai.com/v1/chat/completions", Role.ModelCall)]
    [InlineData("v1/chat/completions", Role.ModelCall)]
    [InlineData("https://api.anthropic.com/v1/messages", Role.ModelCall)]
    [InlineData("http://localhost:11434/api/generate", Role.ModelCall)]
    [InlineData("http://localhost:11434/api/chat", Role.ModelCall)]
    [InlineData("https://x.azure.com/openai/deployments/d/chat/completions?api-version=1", Role.ModelCall)]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/models/m:generateContent", Role.ModelCall)]
    [InlineData("https://api.openai.com/v1/responses", Role.ModelCall)]
    [InlineData("https://api.openai.com/v1/fine_tuning/jobs", Role.FineTune)]
    [InlineData("https://api.openai.com/v1/embeddings", null)]
    [InlineData("https://shop.example/api/orders", null)]
    public void EndpointsOfModels(string address, Role? role)
    {
        var post = TestReferences.Compile("").GetTypeByMetadataName("System.Net.Http.HttpClient")!.GetMembers("PostAsync").First();
        var found = KnowledgeBase.For([], default).RolesOf(post).Where(entry => entry.When?.Accepts(address) == true).Select(entry => (Role?)entry.Role);
        Assert.Equal(role, found.SingleOrDefault());
    }
}
