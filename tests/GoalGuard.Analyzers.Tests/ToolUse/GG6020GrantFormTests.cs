namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>The many forms in which tools are handed to a model: clients, kernels, agents, services, and how lists of tools are made.</summary>
public class GG6020GrantFormTests
{
    private static string Program(string usings, string members) => $$"""
        #pragma warning disable SKEXP0001, SKEXP0010, SKEXP0110
        using Microsoft.Extensions.AI;
        {{usings}}
        public static class Notes
        {
            [Description("Keeps a note."), Microsoft.SemanticKernel.KernelFunction] public static string Keep(string text) { File.AppendAllText("notes.txt", text); return "ok"; }
            public static string Time() => DateTime.Now.ToString();
        }
        public sealed class Files { [Microsoft.SemanticKernel.KernelFunction] public void Write(string text) => File.WriteAllText("notes.txt", text); }
        public static class Program
        {
            {{members}}
        }
        """.Replace("[Description(", "[System.ComponentModel.Description(");

    [Theory]
    [InlineData("public static IChatClient Make(IChatClient inner) => inner.AsBuilder().UseFunctionInvocation(configure: client => client.AdditionalTools = {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|}).Build();")]
    [InlineData("public static IChatClient Make(IChatClient inner) => new FunctionInvokingChatClient(inner) { AdditionalTools = {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|} };")]
    [InlineData("public static IChatClient Make(IChatClient inner) => inner.AsBuilder().ConfigureOptions(options => options.Tools = {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|}).Build();")]
    [InlineData("public static ChatOptions Make(ChatOptions given) { var options = given.Clone(); options.Tools = {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|}; return options; }")]
    [InlineData("public static ChatOptions Make() { var options = new ChatOptions(); options.Tools ??= []; options.Tools.Add({|GG6020:AIFunctionFactory.Create(Notes.Keep)|}); return options; }")]
    public Task Clients(string members) => Verify.ReportsAsync(Program("", members));

    [Theory]
    [InlineData("public static ChatOptions Make() { Delegate[] all = [Notes.Time, Notes.Keep]; return new() { Tools = {|GG6020:[.. all.Select(each => AIFunctionFactory.Create(each))]|} }; }")]
    [InlineData("private sealed record Entry(string Name, AITool Tool); private static IEnumerable<Entry> All() { yield return new(\"keep\", AIFunctionFactory.Create(Notes.Keep)); } public static ChatOptions Make() => new() { Tools = {|GG6020:[.. All().Select(entry => entry.Tool)]|} };")]
    [InlineData("private static List<AITool> Add(List<AITool> tools) { tools.Add(AIFunctionFactory.Create(Notes.Keep)); return tools; } public static ChatOptions Make() => new() { Tools = {|GG6020:Add([])|} };")]
    [InlineData("private static void Fill(IList<AITool> tools) => tools.Add(AIFunctionFactory.Create(Notes.Keep)); public static ChatOptions Make() { var tools = new List<AITool>(); Fill(tools); return new() { Tools = {|GG6020:tools|} }; }")]
    [InlineData("private static readonly Dictionary<string, AITool> All = new() { [\"keep\"] = AIFunctionFactory.Create(Notes.Keep) }; public static ChatOptions Make() => new() { Tools = {|GG6020:[.. All.Values]|} };")]
    [InlineData("public static ChatOptions Make(bool writes) { AITool[] tools = [AIFunctionFactory.Create(Notes.Time)]; if (writes) tools = [.. tools, AIFunctionFactory.Create(Notes.Keep)]; return new() { Tools = {|GG6020:tools|} }; }")]
    [InlineData("public static ChatOptions Make() => new() { Tools = {|GG6020:(from method in new Delegate[] { Notes.Keep } select (AITool)AIFunctionFactory.Create(method)).ToList()|} };")]
    public Task Lists(string members) => Verify.ReportsAsync(Program("", members));

    [Theory]
    [InlineData("public static void Make(Kernel kernel) => kernel.Plugins.{|GG6020:AddFromType<Files>|}();")]
    [InlineData("public static void Make(Kernel kernel) => kernel.Plugins.AddFromObject({|GG6020:new Files()|});")]
    [InlineData("public static void Make(Kernel kernel) => kernel.Plugins.AddFromFunctions(\"notes\", {|GG6020:[KernelFunctionFactory.CreateFromMethod(Notes.Keep)]|});")]
    [InlineData("public static void Make(Kernel kernel) => kernel.ImportPluginFromFunctions(\"notes\", {|GG6020:[kernel.CreateFunctionFromMethod(Notes.Keep)]|});")]
    [InlineData("public static void Make(Kernel kernel) => kernel.Plugins.Add({|GG6020:KernelPluginFactory.CreateFromType<Files>()|});")]
    [InlineData("public static void Make(Kernel kernel) { var plugin = KernelPluginFactory.CreateFromObject(new Files()); kernel.Plugins.Add({|GG6020:plugin|}); }")]
    [InlineData("public static void Make(Kernel kernel) => kernel.Plugins.AddFromFunctions(\"notes\", {|GG6020:[AIFunctionFactory.Create(Notes.Keep).AsKernelFunction()]|});")]
    [InlineData("public static void Make(IKernelBuilder builder) => builder.Plugins.{|GG6020:AddFromType<Files>|}();")]
    [InlineData("public static PromptExecutionSettings Make(Kernel kernel) { kernel.ImportPluginFromObject({|GG6020:new Files()|}); return new OpenAIPromptExecutionSettings { ToolCallBehavior = ToolCallBehavior.AutoInvokeKernelFunctions }; }")]
    [InlineData("public static PromptExecutionSettings Make(Kernel kernel) { kernel.ImportPluginFromObject({|GG6020:new Files()|}); return new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Required() }; }")]
    [InlineData("public static PromptExecutionSettings Make() { var keep = KernelFunctionFactory.CreateFromMethod(Notes.Keep); return new PromptExecutionSettings { FunctionChoiceBehavior = {|GG6020:FunctionChoiceBehavior.Auto([keep])|} }; }")]
    public Task Kernels(string members) => Verify.ReportsAsync(Program("using Microsoft.SemanticKernel; using Microsoft.SemanticKernel.Connectors.OpenAI;", members));

    [Theory]
    [InlineData("public static AIAgent Make(IChatClient chat) => new ChatClientAgent(chat, tools: {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|});")]
    [InlineData("public static AIAgent Make(IChatClient chat) => chat.AsAIAgent(\"Help.\", tools: {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|});")]
    [InlineData("public static AIAgent Make(IChatClient chat) => new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = new() { Tools = {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|} } });")]
    [InlineData("public static Task<AgentResponse> Make(AIAgent agent) => agent.RunAsync(\"Tidy up\", options: new ChatClientAgentRunOptions(new ChatOptions { Tools = {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|} }));")]
    public Task Agents(string members) => Verify.ReportsAsync(Program("using Microsoft.Agents.AI;", members));

    [Fact]
    public Task A_chat_that_runs_tools_by_itself() => Verify.ReportsAsync("""
        using OllamaSharp;
        using OllamaSharp.Tools;
        public sealed class Keep : OllamaSharp.Models.Chat.Tool, IInvokableTool
        {
            public object? InvokeMethod(IDictionary<string, object?>? args) { File.AppendAllText("notes.txt", args?["text"]?.ToString()); return "ok"; }
        }
        public static class Program
        {
            public static IAsyncEnumerable<string> Run(Chat chat) => chat.SendAsync("Tidy up", {|GG6020:[new Keep()]|});
        }
        """);

    [Fact]
    public Task Services_of_a_container() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        public static class Setup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddSingleton<IToolbox, Toolbox>();
                services.AddSingleton(new ChatOptions { Tools = {|GG6020:[AIFunctionFactory.Create(Keep)]|} });
            }

            private static void Keep(string text) => File.AppendAllText("notes.txt", text);
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public interface IToolbox { IEnumerable<AITool> All { get; } }
        public sealed class Toolbox : IToolbox { public IEnumerable<AITool> All => [AIFunctionFactory.Create((string text) => File.AppendAllText("notes.txt", text))]; }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client, IToolbox tools) { public Task<ChatResponse> Run() => client.GetResponseAsync("Tidy up", new ChatOptions { Tools = {|GG6020:[.. tools.All]|} }); }
        """);

    private const string Hosting = """
        namespace Microsoft.Agents.AI.Hosting
        {
            using Microsoft.Extensions.AI;
            public interface IHostedAgentBuilder { }
            public static class HostedAgentBuilderExtensions
            {
                public static IHostedAgentBuilder WithAITool(this IHostedAgentBuilder builder, AITool tool) => builder;
                public static IHostedAgentBuilder WithAITools(this IHostedAgentBuilder builder, params AITool[] tools) => builder;
            }
        }
        namespace Azure.AI.Projects
        {
            using Microsoft.Extensions.AI;
            public class AIProjectClient { }
            public static class AIProjectClientExtensions
            {
                public static Microsoft.Agents.AI.AIAgent AsAIAgent(this AIProjectClient client, string model, string instructions, string name = null, IList<AITool> tools = null) => null;
            }
        }
        """;

    [Theory]
    [InlineData("public static void Make(IHostedAgentBuilder builder) => builder.WithAITool({|GG6020:AIFunctionFactory.Create(Notes.Keep)|});")]
    [InlineData("public static void Make(IHostedAgentBuilder builder) => builder.WithAITools({|GG6020:[AIFunctionFactory.Create(Notes.Time), AIFunctionFactory.Create(Notes.Keep)]|});")]
    [InlineData("public static void Make(IHostedAgentBuilder builder, AITool[] remote) { AITool[] tools = [AIFunctionFactory.Create(Notes.Keep)]; builder.WithAITools({|GG6020:tools|}); }")]
    [InlineData("public static object Make(AIProjectClient client) => client.AsAIAgent(\"gpt-5\", \"Help.\", tools: {|GG6020:[AIFunctionFactory.Create(Notes.Keep)]|});")]
    [InlineData("public static async Task<object> Make(AIProjectClient client, ModelContextProtocol.Client.McpClient server) => client.AsAIAgent(\"gpt-5\", \"Help.\", tools: {|GG6021:[.. await server.ListToolsAsync()]|});")]
    [InlineData("public static async Task Make(IHostedAgentBuilder builder, ModelContextProtocol.Client.McpClient server) { var tools = await server.ListToolsAsync(); builder.WithAITools({|GG6021:tools.ToArray<AITool>()|}); }")]
    public Task Hosted_agents_and_projects(string members) => Verify.ReportsAsync(new TestProgram(Program("using Microsoft.Agents.AI.Hosting; using Azure.AI.Projects;", members))
    {
        References = TestReferences.All.Append(DeclaredLibrary.Reference("Microsoft.Agents.AI.Hosting", Hosting, TestReferences.All)).ToList(),
    });
}
