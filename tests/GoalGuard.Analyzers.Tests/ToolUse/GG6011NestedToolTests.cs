namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Tools that call other tools on behalf of the model, and those that only stand in for them.</summary>
public class GG6011NestedToolTests
{
    private static string Tool(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel;
        using ModelContextProtocol.Client;
        public sealed class Helper(Kernel kernel, McpClient remote, AIFunction inner, Dictionary<string, AIFunction> registry)
        {
            private static readonly HashSet<string> Known = new() { "time", "weather" };
            private enum Choice { Time, Weather }
            private sealed record Wanted(string Name, string Argument);
            {{members}}

            [KernelFunction]
            public async Task<object?> Do(string name, string argument, int number)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return await remote.CallToolAsync({|GG6011:name|});")]
    [InlineData("return await remote.CallToolAsync(\"search\", {|GG6011:new Dictionary<string, object?> { [\"query\"] = argument }|});")]
    [InlineData("return await kernel.InvokeAsync(\"files\", {|GG6011:name|});")]
    [InlineData("return await kernel.InvokeAsync(\"files\", \"delete\", {|GG6011:new KernelArguments { [\"path\"] = argument }|});")]
    [InlineData("var arguments = new AIFunctionArguments { [\"path\"] = argument }; return await inner.InvokeAsync({|GG6011:arguments|});")]
    [InlineData("if (!registry.TryGetValue(name, out var tool)) return null; return await tool.InvokeAsync({|GG6011:new AIFunctionArguments { [\"path\"] = argument }|});")]
    [InlineData("return await _sum.InvokeAsync({|GG6011:new KernelArguments { [\"input\"] = argument }|});",
        "private KernelFunction _sum = KernelFunctionFactory.CreateFromPrompt(\"Sum up {{$input}}\"); public void Replace(KernelFunction sum) => _sum = sum;")]
    [InlineData("if (!registry.ContainsKey(name)) return null; return await remote.CallToolAsync({|GG6011:name|});")]
    [InlineData("return await Call({|GG6011:name|});", "private async Task<object?> Call(string tool) => await remote.CallToolAsync(tool);")]
    [InlineData("var wanted = new Wanted(name, argument); return await remote.CallToolAsync({|GG6011:wanted.Name|});")]
    [InlineData("Func<Task<object?>> call = async () => await remote.CallToolAsync({|GG6011:name|}); return await call();")]
    public Task A_tool_calls_what_the_model_says(string body, string members = "") => Verify.ReportsAsync(Tool(body, members));

    [Theory]
    [InlineData("if (!Known.Contains(name)) return null; return await remote.CallToolAsync(name);")]
    [InlineData("var tool = name switch { \"time\" => \"time\", _ => \"weather\" }; return await remote.CallToolAsync(tool);")]
    [InlineData("if (!Enum.TryParse<Choice>(name, out var choice)) return null; return await remote.CallToolAsync(choice.ToString());")]
    [InlineData("return await remote.CallToolAsync(\"page\", new Dictionary<string, object?> { [\"number\"] = number });")]
    [InlineData("Console.Write(name); if (Console.ReadLine() != \"y\") return null; return await remote.CallToolAsync(name);")]
    [InlineData("return await remote.CallToolAsync(\"time\");")]
    [InlineData("var sum = kernel.CreateFunctionFromPrompt(\"Sum up {{$input}}\"); return await sum.InvokeAsync(kernel, new KernelArguments { [\"input\"] = argument });")]
    [InlineData("return await kernel.InvokeAsync(_sum, new KernelArguments { [\"input\"] = argument });",
        "private readonly KernelFunction _sum = KernelFunctionFactory.CreateFromPrompt(\"Sum up {{$input}}\");")]
    [InlineData("return await Sum(kernel.CreateFunctionFromPrompt(\"Sum up {{$input}}\"), argument);",
        "private async Task<object?> Sum(KernelFunction sum, string text) => await sum.InvokeAsync(kernel, new KernelArguments { [\"input\"] = text });")]
    [InlineData("return await _sum.InvokeAsync(kernel, new KernelArguments { [\"input\"] = argument });",
        "private KernelFunction _sum; public Helper(Kernel kernel) : this(kernel, null!, null!, new()) { _sum = kernel.CreateFunctionFromPrompt(\"Sum up {{$input}}\"); }")]
    [InlineData("return (await remote.ListToolsAsync()).Where(tool => tool.Name == name).Count();")]
    public Task Known_tools_numbers_and_approval(string body, string members = "") => Verify.SilentAsync(Tool(body, members));

    [Fact]
    public Task Wrappers_and_servers_that_forward_the_same_call_are_silent() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using ModelContextProtocol.Client;
        using ModelContextProtocol.Protocol;
        using System.Text.Json;
        public sealed class Logged(AIFunction inner) : DelegatingAIFunction(inner)
        {
            protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken token)
            {
                Console.Error.WriteLine(Name);
                return await InnerFunction.InvokeAsync(arguments, token);
            }
        }

        public sealed class Own : AIFunction
        {
            private readonly AIFunction _inner;

            public Own() => _inner = AIFunctionFactory.Create(Shorten);

            public override string Name => _inner.Name;

            protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken token) => _inner.InvokeAsync(arguments, token);

            private async Task<string> Shorten(string text, CancellationToken token = default)
            {
                await Task.Yield();
                return $"Short: '{text}'";
            }
        }

        public sealed class Remote(McpClient client, string name) : AIFunction
        {
            public override string Name => name;

            protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken token) =>
                await client.CallToolAsync(name, arguments.ToDictionary(pair => pair.Key, pair => pair.Value), cancellationToken: token);
        }

        public static class Proxy
        {
            public static IMcpServerBuilder AddProxy(this IMcpServerBuilder builder, McpClient remote) => builder.WithCallToolHandler(async (request, token) =>
                await remote.CallToolAsync(request.Params!.Name, request.Params.Arguments?.ToDictionary(pair => pair.Key, pair => (object?)pair.Value), cancellationToken: token));
        }
        """);

    /// <summary>Answers and tool calls that a program dispatches itself are no tool's parameters.</summary>
    [Fact]
    public Task The_dispatch_of_a_models_own_call_is_no_nested_one() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        public sealed class Loop(IChatClient client, IReadOnlyList<AIFunction> tools)
        {
            public async Task<object?> Run(string goal)
            {
                var reply = await client.GetResponseAsync(goal);
                var call = reply.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().First();
                var tool = tools.First(tool => tool.Name == call.Name);
                return await tool.InvokeAsync(new AIFunctionArguments(call.Arguments));
            }
        }
        """);

    /// <summary>A tool that asks a model which other tool to call: nobody sees that call either.</summary>
    [Fact]
    public Task The_answer_of_a_model_that_a_tool_asks() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        using ModelContextProtocol.Client;
        using ModelContextProtocol.Protocol;
        using ModelContextProtocol.Server;
        using System.Text.Json;
        [McpServerToolType]
        public sealed class Planner(McpClient remote, IChatClient chat)
        {
            [McpServerTool]
            public async Task<object?> Choose(int number)
            {
                var reply = await chat.GetResponseAsync("Which of the tools?");
                return await remote.CallToolAsync({|GG6011:reply.Text|});
            }

            public async Task<CallToolResult?> Learn(RequestContext<CallToolRequestParams> request, string tools, CancellationToken token)
            {
                var (command, parameters) = await Ask(request.Server, tools, token);
                return command is null ? null : await Run(request, {|GG6011:command|}, parameters, token);
            }

            private async Task<CallToolResult> Run(RequestContext<CallToolRequestParams> request, string command, Dictionary<string, object?> parameters, CancellationToken token) =>
                await remote.CallToolAsync(command, parameters, cancellationToken: token);

            private static async Task<(string? Command, Dictionary<string, object?> Parameters)> Ask(McpServer server, string tools, CancellationToken token)
            {
                var response = await server.SampleAsync(new CreateMessageRequestParams
                {
                    MaxTokens = 100,
                    Messages = [new SamplingMessage { Role = Role.Assistant, Content = [new TextContentBlock { Text = tools }] }],
                }, token);
                var text = (response.Content[0] as TextContentBlock)?.Text?.Trim() ?? "{}";
                var answer = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text)!;
                return (answer["tool"].GetString(), answer.ToDictionary(pair => pair.Key, pair => (object?)pair.Value));
            }
        }
        """);

    [Fact]
    public Task Another_file_calls_the_tool() => Verify.ReportsAsync(
        """
        using System.ComponentModel;
        using Microsoft.Extensions.AI;
        namespace Desk;
        public sealed class Assistant(Caller caller)
        {
            public ChatOptions Options() => new() { Tools = [AIFunctionFactory.Create(Ask)] };

            [Description("Asks another tool.")]
            private Task<string> Ask(string tool, string question) => caller.CallAsync({|GG6011:tool|}, question);
        }
        """,
        """
        using ModelContextProtocol.Client;
        namespace Desk;
        public sealed class Caller(McpClient client)
        {
            public async Task<string> CallAsync(string tool, string question)
            {
                var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { ["question"] = question });
                return result.Content.Count.ToString();
            }
        }
        """);
}
