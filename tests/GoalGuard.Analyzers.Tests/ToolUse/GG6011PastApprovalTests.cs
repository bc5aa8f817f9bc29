namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Tools that a program invokes itself, past whoever is asked about them elsewhere, and tools of another project that are invoked by name.</summary>
public class GG6011PastApprovalTests
{
    private static string Loop(string make, string invoke, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Loop(IChatClient client)
        {
            {{members}}

            public async Task<object?> Run(string goal)
            {
                {{make}}
                var reply = await client.GetResponseAsync(goal, new ChatOptions { Tools = [.. tools] });
                var call = reply.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().First();
                var tool = tools.First(tool => tool.Name == call.Name);
                {{invoke}}
            }

            private static string Time(string zone) => zone;
            private static bool Confirm(string name) { Console.WriteLine(name + "? (y/n)"); return Console.ReadLine() == "y"; }
        }
        """;

    private const string Wrapped = "var tools = new List<AIFunction> { new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Time)) };";

    [Theory]
    [InlineData("var tools = Made().Select(made => new ApprovalRequiredAIFunction(made)).Cast<AIFunction>().ToList();", "return await tool.InvokeAsync({|GG6011:new AIFunctionArguments(call.Arguments)|});", "private static IEnumerable<AIFunction> Made() => [AIFunctionFactory.Create(Time)];")]
    public Task A_wrapped_tool_is_invoked_by_hand(string make, string invoke, string members = "") => Verify.ReportsAsync(Loop(make, invoke, members));

    [Theory]
    [InlineData(Wrapped, "if (!Confirm(call.Name)) return null; return await tool.InvokeAsync(new AIFunctionArguments(call.Arguments));")]
    [InlineData("var tools = new List<AIFunction> { AIFunctionFactory.Create(Time) };", "return await tool.InvokeAsync(new AIFunctionArguments(call.Arguments));")]
    public Task Who_asks_before_and_tools_without_wrapper(string make, string invoke) => Verify.SilentAsync(Loop(make, invoke));

    [Fact]
    public Task A_filter_that_is_skipped() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        public sealed class Loop(IChatClient client, IReadOnlyList<AIFunction> tools)
        {
            public static IChatClient Asking(IChatClient inner) => new FunctionInvokingChatClient(inner)
            {
                FunctionInvoker = async (context, cancellation) =>
                {
                    Console.WriteLine(context.Function.Name + "? (y/n)");
                    return Console.ReadLine() == "y" ? await context.Function.InvokeAsync(context.Arguments, cancellation) : "refused";
                },
            };

            public async Task<object?> Run(string goal)
            {
                var reply = await client.GetResponseAsync(goal);
                var call = reply.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().First();
                var tool = tools.First(tool => tool.Name == call.Name);
                return await tool.InvokeAsync({|GG6011:new AIFunctionArguments(call.Arguments)|});
            }
        }
        """);

    /// <summary>Whoever invokes a function of a kernel passes its function filters, but not those of automatic invocation.</summary>
    [Theory]
    [InlineData("IAutoFunctionInvocationFilter", "OnAutoFunctionInvocationAsync", "AutoFunctionInvocationContext", "call.{|GG6011:InvokeAsync|}(kernel)")]
    [InlineData("IFunctionInvocationFilter", "OnFunctionInvocationAsync", "FunctionInvocationContext", "call.InvokeAsync(kernel)")]
    public Task Filters_of_a_kernel(string face, string method, string context, string invoke) => Verify.ReportsAsync($$"""
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        public sealed class Gate : {{face}}
        {
            public async Task {{method}}({{context}} context, Func<{{context}}, Task> next)
            {
                Console.WriteLine(context.Function.Name + "? (y/n)");
                if (Console.ReadLine() == "y") await next(context);
            }
        }
        public static class Loop
        {
            public static async Task Run(Kernel kernel, IChatCompletionService chat, ChatHistory history)
            {
                var reply = await chat.GetChatMessageContentAsync(history, kernel: kernel);
                foreach (var call in FunctionCallContent.GetFunctionCalls(reply))
                {
                    history.Add((await {{invoke}}).ToChatMessage());
                }
            }
        }
        """);

    [Fact]
    public Task A_filter_that_another_type_keeps_to_itself() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        public sealed class Asking(IList<IAutoFunctionInvocationFilter> filters)
        {
            public void Begin() => filters.Add(new Gate());

            private sealed class Gate : IAutoFunctionInvocationFilter
            {
                public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
                {
                    Console.WriteLine(context.Function.Name + "? (y/n)");
                    if (Console.ReadLine() == "y") await next(context);
                }
            }
        }
        public static class Loop
        {
            public static async Task Run(Kernel kernel, IChatCompletionService chat, ChatHistory history)
            {
                var reply = await chat.GetChatMessageContentAsync(history, kernel: kernel);
                foreach (var call in FunctionCallContent.GetFunctionCalls(reply))
                {
                    history.Add((await call.InvokeAsync(kernel)).ToChatMessage());
                }
            }
        }
        """);

    private const string Host = """
        namespace Host
        {
            public interface IFunctionCallback { string Name { get; } Task<bool> Execute(Message message); }
            public class Message { public string FunctionArgs { get; set; } public string Content { get; set; } }
            public interface IRouting { Task<bool> InvokeFunction(string name, Message message); Task<bool> InvokeAgent(string id, Message message); }
        }
        """;

    [Theory]
    [InlineData("var copy = new Message { FunctionArgs = message.FunctionArgs + \"!\" }; return await routing.InvokeFunction(\"execute\", {|GG6011:copy|});")]
    [InlineData("var asked = JsonSerializer.Deserialize<Dictionary<string, string>>(message.FunctionArgs); return await routing.InvokeFunction({|GG6011:asked[\"name\"]|}, new Message());")]
    public Task A_dispatcher_of_another_project(string body) => Verify.ReportsAsync(Plugin(body));

    [Theory]
    [InlineData("return await routing.InvokeFunction(\"execute\", message);")]
    [InlineData("return await routing.InvokeFunction(\"refresh\", new Message { FunctionArgs = \"all\" });")]
    [InlineData("return await routing.InvokeAgent(\"helper\", new Message { Content = message.FunctionArgs });")]
    public Task The_same_call_handed_on_constants_and_agents(string body) => Verify.ReportsAsync(Plugin(body));

    private static TestProgram Plugin(string body) => new($$"""
        using System.Text.Json;
        using Host;
        public sealed class Helper(IRouting routing) : IFunctionCallback
        {
            public string Name => "helper";

            public async Task<bool> Execute(Message message)
            {
                {{body}}
            }
        }
        """) { References = DeclaredLibrary.Beside("Host.Abstractions", Host) };
}
