namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Servers whose tools the provider of the model calls: a description of the server is handed over, and stands for whatever it lists.</summary>
public class GG6021HostedServerTests
{
    private static string Extensions(string body, string members = "") => $$"""
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient chat)
        {
            {{members}}

            public object Make(bool careful, string[] names)
            {
                {{body}}
            }
        }
        """;

    private static string Responses(string body, string members = "") => $$"""
        #pragma warning disable OPENAI001
        using OpenAI.Responses;
        public sealed class Agent
        {
            {{members}}

            public CreateResponseOptions Make(McpToolFilter chosen)
            {
                {{body}}
            }
        }
        """;

    private const string NeverOf = "toolCallApprovalPolicy: {|GG6022:DefaultMcpToolCallApprovalPolicy.NeverRequireApproval|}";

    [Theory]
    [InlineData("return new ChatOptions { Tools = {|GG6021:[new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\") { ApprovalMode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|} }]|} };")]
    [InlineData("var server = new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\"); server.ApprovalMode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|}; return new ChatClientAgent(chat, tools: {|GG6021:[server]|});")]
    [InlineData("return new ChatOptions { Tools = {|GG6021:[Docs()]|} };", "private static AITool Docs() => new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\") { ApprovalMode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|} };")]
    [InlineData("return new ChatOptions { Tools = {|GG6021:_tools|} };", "private readonly List<AITool> _tools = [new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\") { ApprovalMode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|} }];")]
    public Task All_tools_of_a_server_of_which_nobody_is_asked(string body, string members = "") => Verify.ReportsAsync(Extensions(body, members));

    [Theory]
    [InlineData("return new ChatOptions { Tools = [new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\")] };")]
    [InlineData("return new ChatOptions { Tools = [new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\") { ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire }] };")]
    [InlineData("return new ChatOptions { Tools = [new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\") { AllowedTools = [\"search\"], ApprovalMode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|} }] };")]
    [InlineData("var server = new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\") { ApprovalMode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|} }; return server;")]
    public Task The_default_asks_and_named_tools_are_chosen(string body, string members = "") => Verify.SilentAboutAsync("GG6021", Extensions(body, members));

    [Theory]
    [InlineData("return new CreateResponseOptions { Tools = { {|GG6021:new McpTool(\"dice\", new Uri(\"https://example.org/sse\")) { ToolCallApprovalPolicy = {|GG6022:DefaultMcpToolCallApprovalPolicy.NeverRequireApproval|} }|} } };")]
    [InlineData("var options = new CreateResponseOptions(); options.Tools.Add({|GG6021:ResponseTool.CreateMcpTool(\"dice\", new Uri(\"https://example.org/sse\"), " + NeverOf + ")|}); return options;")]
    [InlineData("var policy = new McpToolCallApprovalPolicy({|GG6022:DefaultMcpToolCallApprovalPolicy.NeverRequireApproval|}); return new CreateResponseOptions { Tools = { {|GG6021:ResponseTool.CreateMcpTool(\"dice\", new Uri(\"https://example.org/sse\"), toolCallApprovalPolicy: policy)|} } };")]
    public Task Tools_of_responses(string body) => Verify.ReportsAsync(Responses(body));

    [Theory]
    [InlineData("return new CreateResponseOptions { Tools = { new McpTool(\"dice\", new Uri(\"https://example.org/sse\")) } };")]
    [InlineData("return new CreateResponseOptions { Tools = { ResponseTool.CreateMcpTool(\"dice\", new Uri(\"https://example.org/sse\"), allowedTools: chosen, " + NeverOf + ") } };")]
    [InlineData("return new CreateResponseOptions { Tools = { ResponseTool.CreateMcpTool(\"dice\", new Uri(\"https://example.org/sse\"), toolCallApprovalPolicy: DefaultMcpToolCallApprovalPolicy.AlwaysRequireApproval) } };")]
    [InlineData("return new CreateResponseOptions { Tools = { ResponseTool.CreateWebSearchTool() } };")]
    public Task Tools_of_responses_that_are_chosen_or_asked_about(string body) => Verify.SilentAboutAsync("GG6021", Responses(body));

    [Fact]
    public Task A_service_that_never_asks() => Verify.ReportsAsync("""
        using Anthropic.Models.Beta.Messages;
        public static class Agent
        {
            public static MessageCreateParams Make(IReadOnlyList<BetaMessageParam> messages) => new()
            {
                Model = "claude-opus-4-6", MaxTokens = 1000, Messages = [.. messages],
                Tools = {|GG6021:[new BetaMcpToolset("docs")]|},
            };

            public static MessageCreateParams Chosen(IReadOnlyList<BetaMessageParam> messages) => new()
            {
                Model = "claude-opus-4-6", MaxTokens = 1000, Messages = [.. messages],
                Tools = [new BetaMcpToolset("docs") { DefaultConfig = new() { Enabled = false } }],
            };
        }
        """);
}
