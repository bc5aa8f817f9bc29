namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Tools that a program declares by name and carries out itself, in a loop of its own.</summary>
public class GG6020DeclaredToolTests
{
    private static string Chat(string dispatch, string granted = "{|GG6020:ChatTool.CreateFunctionTool(\"save_note\")|}", string members = "") => $$"""
        using OpenAI.Chat;
        public sealed class Agent(ChatClient client)
        {
            {{members}}

            public async Task Run(List<ChatMessage> messages)
            {
                var options = new ChatCompletionOptions { Tools = { {{granted}} } };
                ChatCompletion reply = await client.CompleteChatAsync(messages, options);
                foreach (var call in reply.ToolCalls)
                {
                    {{dispatch}}
                }
            }

            private static string Save(string text) { File.AppendAllText("notes.txt", text); return "ok"; }
            private static bool Confirm(string name) { Console.WriteLine(name + "? (y/n)"); return Console.ReadLine() == "y"; }
        }
        """;

    private const string ToSave = "Save(call.FunctionArguments.ToString());";

    [Theory]
    [InlineData("switch (call.FunctionName) { case \"save_note\": " + ToSave + " break; case \"time\": break; }")]
    [InlineData("if (call.FunctionName == \"save_note\") { " + ToSave + " }")]
    [InlineData("if (string.Equals(call.FunctionName, \"save_note\")) " + ToSave)]
    [InlineData("var result = call.FunctionName switch { \"save_note\" => Save(call.FunctionArguments.ToString()), _ => \"unknown\" };")]
    [InlineData("var name = call.FunctionName; if (name is \"save_note\" or \"save\") " + ToSave)]
    [InlineData("Dispatch(call);", "{|GG6020:ChatTool.CreateFunctionTool(\"save_note\")|}", "private static void Dispatch(ChatToolCall call) { switch (call.FunctionName) { case \"save_note\": Save(call.FunctionArguments.ToString()); break; } }")]
    [InlineData("_table[call.FunctionName](call.FunctionArguments.ToString());", "{|GG6020:ChatTool.CreateFunctionTool(\"save_note\")|}", "private readonly Dictionary<string, Func<string, string>> _table = new() { [\"save_note\"] = Save };")]
    [InlineData("_table[call.FunctionName](call.FunctionArguments.ToString());", "{|GG6020:ChatTool.CreateFunctionTool(\"save_note\")|}", "private readonly Dictionary<string, Func<string, string>> _table = new() { { \"save_note\", text => Save(text) } };")]
    [InlineData("switch (call.FunctionName) { case nameof(Save): " + ToSave + " break; }", "{|GG6020:ChatTool.CreateFunctionTool(nameof(Save))|}")]
    [InlineData("switch (call.FunctionName) { case \"save_note\": " + ToSave + " break; }", "{|GG6020:_note|}", "private readonly ChatTool _note = ChatTool.CreateFunctionTool(\"save_note\");")]
    public Task A_declared_tool_changes_something(string dispatch, string granted = "{|GG6020:ChatTool.CreateFunctionTool(\"save_note\")|}", string members = "") =>
        Verify.ReportsAsync(Chat(dispatch, granted, members));

    [Theory]
    [InlineData("switch (call.FunctionName) { case \"save_note\": if (Confirm(call.FunctionName)) { " + ToSave + " } break; }")]
    [InlineData("if (!Confirm(call.FunctionName)) continue; switch (call.FunctionName) { case \"save_note\": " + ToSave + " break; }")]
    [InlineData("switch (call.FunctionName) { case \"save_note\": Console.WriteLine(\"saved\"); break; case \"other\": " + ToSave + " break; }")]
    [InlineData("Console.WriteLine(call.FunctionName);")]
    public Task Asked_harmless_and_others(string dispatch) => Verify.SilentAsync(Chat(dispatch, "ChatTool.CreateFunctionTool(\"save_note\")"));

    [Fact]
    public Task A_tool_of_responses() => Verify.ReportsAsync("""
        #pragma warning disable OPENAI001
        using OpenAI.Responses;
        public sealed class Agent(ResponsesClient client)
        {
            public void Run(CreateResponseOptions options)
            {
                options.Tools.Add({|GG6020:ResponseTool.CreateFunctionTool("save_note", BinaryData.FromString("{}"), strictModeEnabled: true)|});
                ResponseResult reply = client.CreateResponse(options);
                foreach (var call in reply.OutputItems.OfType<FunctionCallResponseItem>())
                {
                    if (call.FunctionName == "save_note") File.AppendAllText("notes.txt", call.FunctionArguments.ToString());
                }
            }
        }
        """);

    [Fact]
    public Task A_tool_of_messages() => Verify.ReportsAsync("""
        using Anthropic;
        using Anthropic.Models.Messages;
        public sealed class Agent(AnthropicClient client)
        {
            public async Task Run(List<MessageParam> messages)
            {
                var reply = await client.Messages.Create(new MessageCreateParams
                {
                    Model = "claude-opus-4-6", MaxTokens = 1000, Messages = messages,
                    Tools = {|GG6020:[new Tool { Name = "save_note", InputSchema = new() }]|},
                });
                foreach (var block in reply.Content)
                {
                    if (block.TryPickToolUse(out var use) && use.Name == "save_note") File.AppendAllText("notes.txt", use.Input["text"].ToString());
                }
            }
        }
        """);

    [Fact]
    public Task A_tool_of_a_local_model() => Verify.ReportsAsync("""
        using OllamaSharp;
        using OllamaSharp.Models.Chat;
        public sealed class Agent(IOllamaApiClient client)
        {
            public async Task Run(List<Message> messages)
            {
                var request = new ChatRequest { Messages = messages, Tools = {|GG6020:[new Tool { Function = new Function { Name = "save_note" } }]|} };
                await foreach (var part in client.ChatAsync(request))
                {
                    foreach (var call in part?.Message.ToolCalls ?? [])
                    {
                        if (call.Function?.Name == "save_note") File.AppendAllText("notes.txt", call.Function.Arguments?["text"]?.ToString());
                    }
                }
            }
        }
        """);

    private static string Loop(string invoke) => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Loop(IChatClient client)
        {
            public async Task<object?> Run(string goal)
            {
                var tools = new List<AIFunction> { AIFunctionFactory.Create(Note) };
                var reply = await client.GetResponseAsync(goal, new ChatOptions { Tools = {{(invoke.Contains("Confirm", StringComparison.Ordinal) ? "[.. tools]" : "{|GG6020:[.. tools]|}")}} });
                var call = reply.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().First();
                var tool = tools.First(tool => tool.Name == call.Name);
                {{invoke}}
            }

            private static void Note(string text) => File.AppendAllText("notes.txt", text);
            private static bool Leave(string name) { Console.WriteLine(name + "? (y/n)"); return Console.ReadLine() == "y"; }
            private static bool Confirm(string name) => Leave(name);
        }
        """;

    [Fact]
    public Task A_dispatcher_that_asks_before_each_call() => Verify.SilentAsync(Loop("return Confirm(call.Name) ? await tool.InvokeAsync(new AIFunctionArguments(call.Arguments)) : null;"));

    [Fact]
    public Task A_dispatcher_that_asks_nobody() => Verify.ReportsAsync(Loop("return await tool.InvokeAsync(new AIFunctionArguments(call.Arguments));"));

    [Theory]
    [InlineData("if (!Confirm(call.Name)) throw new InvalidOperationException(call.Name);", true)]
    [InlineData("if (!Confirm(call.Name)) message.Contents.Remove(call);", true)]
    [InlineData("if (call.Arguments is not null) Console.WriteLine(call.Name);", false)]
    public Task A_client_in_front_of_the_model(string look, bool refuses) => Verify.ReportsAsync($$"""
        using Microsoft.Extensions.AI;
        public sealed class Looking(IChatClient inner) : DelegatingChatClient(inner)
        {
            public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                var response = await base.GetResponseAsync(messages, options, cancellationToken);
                foreach (var message in response.Messages)
                {
                    foreach (var call in message.Contents.OfType<FunctionCallContent>().ToList())
                    {
                        {{look}}
                    }
                }

                return response;
            }

            private static bool Confirm(string name) { Console.WriteLine(name + "? (y/n)"); return Console.ReadLine() == "y"; }
        }
        public static class Program
        {
            public static IChatClient Make(IChatClient inner) => new Looking(inner).AsBuilder().UseFunctionInvocation().Build();

            public static ChatOptions Options() => new() { Tools = {{(refuses ? "[AIFunctionFactory.Create(Note)]" : "{|GG6020:[AIFunctionFactory.Create(Note)]|}")}} };

            private static void Note(string text) => File.AppendAllText("notes.txt", text);
        }
        """);
}
