namespace GoalGuard.Analysis.Tests.Behaviour.Text;

/// <summary>Where texts enter prompts, in the real libraries. Instructions are marked with <c>!</c>.</summary>
public class PromptPlaceTests
{
    private static string[] Of(string body, string parameters) => new Prompts($"class A {{ async Task M({parameters}) {{ {body} await Task.Yield(); }} }}").Texts();

    [Theory]
    [InlineData("await c.GetResponseAsync(\"a\");", "a")]
    [InlineData("await c.GetResponseAsync([new ChatMessage(ChatRole.System, \"a\"), new(ChatRole.User, $\"b{name}\")]);", "!a", "b{name}")]
    [InlineData(
        "var l = new List<ChatMessage> { new(ChatRole.System, \"a\") }; l.Add(new ChatMessage(ChatRole.User, \"b\")); await c.GetResponseAsync(l);",
        "!a",
        "b")]
    [InlineData("await c.GetResponseAsync(\"a\", new ChatOptions { Instructions = \"b\", ModelId = \"gpt\" });", "!b", "a")]
    [InlineData("var o = new ChatOptions(); o.Instructions = \"a\"; o.Instructions += name;", "!a", "!{name}")]
    [InlineData("var m = new ChatMessage(new ChatRole(\"system\"), \"a\");", "!a")]
    [InlineData(
        "var m = new ChatMessage(ChatRole.User, [new Microsoft.Extensions.AI.TextContent(\"a\"), new Microsoft.Extensions.AI.TextContent(name)]);",
        "a",
        "{name}")]
    [InlineData("var s = \"not a prompt\"; Console.WriteLine(s);")]
    public void ExtensionsAI(string body, params string[] places) => Assert.Equal(places, Of(body, "IChatClient c, string name"));

    [Theory]
    [InlineData("await k.InvokePromptAsync(\"a {{$input}}\");", "a {{$input}}")]
    [InlineData("var h = new Microsoft.SemanticKernel.ChatCompletion.ChatHistory(\"a\"); h.AddSystemMessage(\"b\"); h.AddUserMessage(name);", "!a", "!b", "{name}")]
    [InlineData(
        "var h = new Microsoft.SemanticKernel.ChatCompletion.ChatHistory(); h.AddMessage(Microsoft.SemanticKernel.ChatCompletion.AuthorRole.System, \"a\");",
        "!a")]
    [InlineData("var f = k.CreateFunctionFromPrompt(\"a\");", "a")]
    [InlineData("var f = new PromptTemplateConfig { Template = \"a\", Name = \"n\" };", "a")]
    public void SemanticKernel(string body, params string[] places) => Assert.Equal(places, Of(body, "Kernel k, string name"));

    [Theory]
    [InlineData("await c.CompleteChatAsync(new OpenAI.Chat.SystemChatMessage(\"a\"), new OpenAI.Chat.UserChatMessage($\"b{name}\"));", "!a", "b{name}")]
    [InlineData("await c.CompleteChatAsync([OpenAI.Chat.ChatMessage.CreateSystemMessage(\"a\")]);", "!a")]
    [InlineData("var m = new OpenAI.Chat.UserChatMessage(OpenAI.Chat.ChatMessageContentPart.CreateTextPart(\"a\"));", "a")]
    [InlineData("await c.CompleteChatAsync(\"a\");", "a")]
    public void OpenAI(string body, params string[] places) => Assert.Equal(places, Of(body, "OpenAI.Chat.ChatClient c, string name"));

    [Fact]
    public void Agents() => Assert.Equal(
        ["!a{name}"], Of("var agent = new Microsoft.Agents.AI.ChatClientAgent(c, instructions: $\"a{name}\", name: \"helper\");", "IChatClient c, string name"));

    [Fact]
    public void AnAddressIsNoPrompt() => Assert.Empty(Of(
        "await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(c, \"https://api.openai.com/v1/chat/completions\", 1);", "System.Net.Http.HttpClient c"));

    [Theory]
    [InlineData("static readonly ChatMessage M = new(ChatRole.System, \"a\" + Name);")]
    [InlineData("static ChatMessage M { get; } = new(ChatRole.System, \"a\" + Name);")]
    [InlineData("ChatOptions M() => new() { Instructions = \"a\" + Name };")]
    [InlineData("Func<IChatClient, ChatMessage> M = client => new ChatMessage(ChatRole.System, \"a\" + Name);")]
    public void InitializersAndLambdas(string member) => Assert.Equal(["!ab"], new Prompts("class A { const string Name = \"b\"; " + member + " }").Texts());

    [Fact]
    public void InferredModel() => Assert.Equal(
        ["a"], new Prompts(
            "interface IChatGptService { Task<string> AskAsync(string prompt, string model); }",
            "class A { Task M(IChatGptService s) => s.AskAsync(\"a\", \"gpt\"); }").Texts());
}
