namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Every tool that a server lists, handed to a model.</summary>
public class GG6021RemoteToolsTests
{
    private static string Agent(string body, string members = "") => $$"""
        using System.Collections.Frozen;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using ModelContextProtocol.Client;
        public sealed class Agent(IChatClient chat, McpClient client)
        {
            {{members}}

            public async Task<object> Make(string command)
            {
                {{body}}
            }

            private static readonly FrozenSet<string> Meant = new[] { "search", "read" }.ToFrozenSet();
        }
        """;

    [Theory]
    [InlineData("var tools = await client.ListToolsAsync(); return new ChatOptions { Tools = {|GG6021:[.. tools]|} };")]
    [InlineData("return new ChatClientAgent(chat, tools: {|GG6021:[.. await client.ListToolsAsync()]|});")]
    [InlineData("var tools = await client.ListToolsAsync(); return chat.AsAIAgent(\"Help.\", tools: {|GG6021:tools.Cast<AITool>().ToList()|});")]
    [InlineData("var options = new ChatOptions { Tools = [] }; foreach (var tool in await client.ListToolsAsync()) { options.Tools.Add({|GG6021:tool|}); } return options;")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => tool.Name != \"delete\"); return new ChatOptions { Tools = {|GG6021:[.. tools]|} };")]
    [InlineData("return new ChatOptions { Tools = {|GG6021:[.. await All()]|} };", "private async Task<IEnumerable<AITool>> All() => await client.ListToolsAsync();")]
    [InlineData("_tools = [.. await client.ListToolsAsync()]; return new ChatOptions { Tools = {|GG6021:_tools|} };", "private List<AITool> _tools = [];")]
    [InlineData("Func<Task<IList<McpClientTool>>> list = async () => await client.ListToolsAsync(); return new ChatOptions { Tools = {|GG6021:[.. await list()]|} };")]
    [InlineData("var tools = await client.ListToolsAsync(); return With({|GG6021:tools|});", "private static ChatOptions With(IEnumerable<AITool> tools) => new() { Tools = [.. tools] };")]
    [InlineData("var other = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(\"https://example.org/mcp\") })); return new ChatOptions { Tools = {|GG6021:[.. await other.ListToolsAsync()]|} };")]
    [InlineData("var other = await McpClient.CreateAsync(new StdioClientTransport(new() { Command = command })); return new ChatOptions { Tools = {|GG6021:[.. await other.ListToolsAsync()]|} };")]
    public Task All_tools_of_a_server(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));

    [Theory]
    [InlineData("var tools = await client.ListToolsAsync(); return tools;")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => Meant.Contains(tool.Name)); return new ChatOptions { Tools = [.. tools] };")]
    [InlineData("var tools = (await client.ListToolsAsync()).Where(tool => tool.Name is \"search\" or \"read\"); return new ChatOptions { Tools = [.. tools] };")]
    [InlineData("var tool = (await client.ListToolsAsync()).First(tool => tool.Name == \"search\"); return new ChatOptions { Tools = [tool] };")]
    [InlineData("var options = new ChatOptions { Tools = [] }; foreach (var tool in await client.ListToolsAsync()) { if (Meant.Contains(tool.Name)) options.Tools.Add(tool); } return options;")]
    [InlineData("var tools = (await client.ListToolsAsync()).Select(tool => new ApprovalRequiredAIFunction(tool)); return new ChatOptions { Tools = [.. tools] };")]
    [InlineData("return new ChatOptions { Tools = [.. await Chosen()] };", "private async Task<IEnumerable<AITool>> Chosen() => (await client.ListToolsAsync()).Where(tool => Meant.Contains(tool.Name));")]
    [InlineData("return new ChatOptions { Tools = [.. await Chosen([\"search\"])] };", "private async Task<IEnumerable<AITool>> Chosen(string[] names) => (await client.ListToolsAsync()).Where(tool => names.Contains(tool.Name));")]
    public Task Silent(string body, string members = "") => Verify.SilentAsync(Agent(body, members));

    [Fact]
    public Task A_filter_that_can_refuse() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        using ModelContextProtocol.Client;
        public static class Program
        {
            public static async Task<ChatOptions> Make(McpClient client) => new() { Tools = [.. await client.ListToolsAsync()] };

            public static IChatClient Asking(IChatClient inner) => new FunctionInvokingChatClient(inner)
            {
                FunctionInvoker = async (context, cancellation) =>
                {
                    Console.WriteLine(context.Function.Name + "? (y/n)");
                    return Console.ReadLine() == "y" ? await context.Function.InvokeAsync(context.Arguments, cancellation) : "refused";
                },
            };
        }
        """);

    [Fact]
    public async Task A_constant_command_that_starts_the_server_lowers()
    {
        var report = Assert.Single(await AnalysisRun.FullAsync(new TestProgram(Agent("""
            var other = await McpClient.CreateAsync(new StdioClientTransport(new() { Command = "npx", Arguments = ["-y", "server"] }));
            return new ChatOptions { Tools = [.. await other.ListToolsAsync()] };
            """))));
        Assert.Equal("GG6021", report.Id);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, report.Severity);
    }

    [Fact]
    public Task A_kernel_in_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.SemanticKernel;
        using ModelContextProtocol.Client;
        public static class Plugins
        {
            public static async Task Add(Kernel kernel, McpClient client) =>
                kernel.Plugins.AddFromFunctions("remote", {|GG6021:(await Remote.List(client)).Select(tool => tool.AsKernelFunction())|});
        }
        """,
        """
        using ModelContextProtocol.Client;
        public static class Remote { public static async Task<IList<McpClientTool>> List(McpClient client) => await client.ListToolsAsync(); }
        """);
}
