namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Tools that change something, handed to a model without anybody being asked.</summary>
public class GG6020GrantTests
{
    private static string Agent(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client)
        {
            {{members}}

            public async Task<string> Run()
            {
                {{body}}
                return (await client.GetResponseAsync("Tidy up", options)).Text;
            }

            private static string Clear(int number) { File.Delete("log.txt"); return number.ToString(); }
            private static string Note(string text) { Save(text); return "ok"; }
            private static void Save(string text) => File.AppendAllText("notes.txt", text);
            private static string Time() => DateTime.Now.ToString();
        }
        """;

    [Theory]
    [InlineData("var options = new ChatOptions { Tools = {|GG6020:[AIFunctionFactory.Create(Note)]|} };")]
    [InlineData("var options = new ChatOptions { Tools = {|GG6020:[AIFunctionFactory.Create(Time), AIFunctionFactory.Create(Note)]|} };")]
    [InlineData("var note = AIFunctionFactory.Create(Note); var tools = new List<AITool> { note }; var options = new ChatOptions { Tools = {|GG6020:tools|} };")]
    [InlineData("var options = new ChatOptions { Tools = [] }; options.Tools.Add({|GG6020:AIFunctionFactory.Create(Note)|});")]
    [InlineData("var options = new ChatOptions(); options.Tools = {|GG6020:new AITool[] { AIFunctionFactory.Create(Note) }|};")]
    [InlineData("var options = new ChatOptions { Tools = {|GG6020:new Delegate[] { Note }.Select(method => (AITool)AIFunctionFactory.Create(method)).ToList()|} };")]
    [InlineData("var options = new ChatOptions { Tools = {|GG6020:[AIFunctionFactory.Create((string text) => { File.AppendAllText(\"notes.txt\", text); })]|} };")]
    [InlineData("var options = new ChatOptions { Tools = {|GG6020:Made()|} };", "private static List<AITool> Made() => [AIFunctionFactory.Create(Note)];")]
    [InlineData("var options = new ChatOptions { Tools = {|GG6020:[.. Made()]|} };", "private static IEnumerable<AITool> Made() { yield return AIFunctionFactory.Create(Note); }")]
    [InlineData("var options = new ChatOptions { Tools = {|GG6020:_tools|} };", "private readonly List<AITool> _tools = [AIFunctionFactory.Create(Note)];")]
    [InlineData("var options = With({|GG6020:AIFunctionFactory.Create(Note)|});", "private static ChatOptions With(AITool tool) => new() { Tools = [tool] };")]
    public Task A_tool_that_changes_something(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));

    [Theory]
    [InlineData("var options = new ChatOptions { Tools = [AIFunctionFactory.Create(Time)] };")]
    [InlineData("var options = new ChatOptions { Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Note))] };")]
    [InlineData("var tools = new List<AIFunction> { AIFunctionFactory.Create(Note) }; var options = new ChatOptions { Tools = [.. tools.Select(tool => new ApprovalRequiredAIFunction(tool))] };")]
    [InlineData("var options = new ChatOptions(); var unused = AIFunctionFactory.Create(Note);")]
    [InlineData("var options = new ChatOptions { Tools = [AIFunctionFactory.Create(Asked)] };", "private static string Asked(string text) { if (!Confirm(text)) return \"no\"; Save(text); return \"ok\"; } private static bool Confirm(string text) { Console.WriteLine(text + \"? (y/n)\"); return Console.ReadLine() == \"y\"; }")]
    [InlineData("var options = new ChatOptions { Tools = [AIFunctionFactory.Create(Listed)] };", "private static string Listed(string name) { if (name is \"a\" or \"b\") File.Delete(name); return \"ok\"; }")]
    public Task Silent(string body, string members = "") => Verify.SilentAsync(Agent(body, members));

    [Theory]
    [InlineData("var options = new ChatOptions { Tools = {|GG6020:[AIFunctionFactory.Create(Reset)]|} };", "private static void Reset() => File.Delete(\"log.txt\");")]
    [InlineData("AIFunction note = AIFunctionFactory.Create(Note); if (_asks) { note = new ApprovalRequiredAIFunction(note); } var options = new ChatOptions { Tools = {|GG6020:[note]|} };", "private readonly bool _asks = Environment.TickCount > 7;")]
    public async Task A_target_that_the_model_cannot_choose_and_an_approval_that_a_setting_decides_are_infos(string body, string members) =>
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, Assert.Single(await Verify.ReportsAsync(Agent(body, members))).Severity);

    [Fact]
    public Task Tools_that_helpers_of_another_file_make() => Verify.ReportsAsync(
        "using Microsoft.Extensions.AI; public sealed class Agent { public ChatOptions Options() => new() { Tools = {|GG6020:Toolbox.All()|} }; }",
        """
        using Microsoft.Extensions.AI;
        public static class Toolbox
        {
            public static IList<AITool> All() => [Note()];
            private static AITool Note() => AIFunctionFactory.Create((string text) => File.AppendAllText("notes.txt", text));
        }
        """);

    [Fact]
    public Task A_plugin_type() => Verify.ReportsAsync("""
        using Microsoft.SemanticKernel;
        public sealed class Files { [KernelFunction] public void Write(string text) => File.WriteAllText("notes.txt", text); [KernelFunction] public string Read() => File.ReadAllText("notes.txt"); }
        public static class Program
        {
            public static Kernel Make()
            {
                var builder = Kernel.CreateBuilder();
                builder.Plugins.{|GG6020:AddFromType<Files>|}();
                var kernel = builder.Build();
                kernel.ImportPluginFromObject({|GG6020:new Files()|});
                return kernel;
            }
        }
        """);

    [Fact]
    public Task A_filter_that_can_refuse() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public sealed class Files { [KernelFunction] public void Write(string text) => File.WriteAllText("notes.txt", text); }
        public sealed class Gate : IFunctionInvocationFilter
        {
            public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
            {
                Console.WriteLine(context.Function.Name + "? (y/n)");
                if (Console.ReadLine() == "y") await next(context);
            }
        }
        public static class Program
        {
            public static Kernel Make() { var builder = Kernel.CreateBuilder(); builder.Plugins.AddFromType<Files>(); return builder.Build(); }
        }
        """);

    [Fact]
    public Task A_filter_that_only_logs() => Verify.ReportsAsync("""
        using Microsoft.SemanticKernel;
        public sealed class Files { [KernelFunction] public void Write(string text) => File.WriteAllText("notes.txt", text); }
        public sealed class Log : IFunctionInvocationFilter
        {
            public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
            {
                Console.WriteLine(context.Function.Name);
                await next(context);
            }
        }
        public static class Program
        {
            public static Kernel Make() { var builder = Kernel.CreateBuilder(); builder.Plugins.{|GG6020:AddFromType<Files>|}(); return builder.Build(); }
        }
        """);

    [Fact]
    public Task An_agent_in_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.Agents.AI; using Microsoft.Extensions.AI;
        public static class Agents { public static AIAgent Make(IChatClient client) => new ChatClientAgent(client, tools: {|GG6020:Tools.All|}); }
        """,
        """
        using Microsoft.Extensions.AI;
        public static class Tools
        {
            public static IList<AITool> All => [AIFunctionFactory.Create(Append)];
            private static void Append(string text) => File.AppendAllText("notes.txt", text);
        }
        """);
}
