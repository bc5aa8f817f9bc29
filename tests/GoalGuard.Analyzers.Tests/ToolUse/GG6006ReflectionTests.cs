using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text comes to choose the code that runs.</summary>
public class GG6006ReflectionTests
{
    private static string Tool(string body, string members = "") => $$"""
        using System.Reflection;
        using Microsoft.SemanticKernel;
        public sealed class CommandPlugin(IServiceProvider services)
        {
            {{members}}

            [KernelFunction]
            public object? Run(string name, string argument)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return Activator.CreateInstance({|GG6006:Type.GetType(name)|}!);")]
    [InlineData("var type = Type.GetType(name)!; return Activator.CreateInstance({|GG6006:type|}, argument);")]
    [InlineData("return Activator.CreateInstance(\"Tools\", {|GG6006:name|});")]
    [InlineData("return typeof(CommandPlugin).Assembly.CreateInstance({|GG6006:name|});")]
    [InlineData("return Activator.CreateInstance({|GG6006:typeof(CommandPlugin).Assembly.GetType(\"Acme.Commands.\" + name)|}!);")]
    [InlineData("return typeof(Math).InvokeMember({|GG6006:name|}, BindingFlags.InvokeMethod, null, null, null);")]
    [InlineData("return typeof(Math).GetMethod({|GG6006:name|})!.Invoke(null, null);")]
    [InlineData("var method = GetType().GetMethod(name); return method?.{|GG6006:Invoke|}(this, [argument]);")]
    [InlineData("typeof(CommandPlugin).GetProperty({|GG6006:name|})!.SetValue(this, argument); return null;")]
    [InlineData("return Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance(services, {|GG6006:Type.GetType(name)|}!);")]
    [InlineData("return typeof(Math).GetMethod({|GG6006:name|})!.CreateDelegate<Func<double, double>>()(1);")]
    public Task A_tool_makes_or_calls_what_the_model_names(string body) => Verify.ReportsAsync(Tool(body));

    /// <summary>Nothing of the name becomes part of the member; it chooses all the same.</summary>
    [Theory]
    [InlineData("return GetType().GetMethods().First(m => m.Name == name).{|GG6006:Invoke|}(this, [argument]);")]
    [InlineData("return GetType().GetMethods().FirstOrDefault(m => m.IsPublic && string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase))?.{|GG6006:Invoke|}(this, [argument]);")]
    [InlineData("var found = typeof(Math).GetMethods().Where(m => name.Equals(m.Name)).ToList(); return found[0].{|GG6006:Invoke|}(null, [argument]);")]
    [InlineData("var type = AppDomain.CurrentDomain.GetAssemblies().SelectMany(a => a.GetTypes()).FirstOrDefault(t => t.FullName == name); return Activator.CreateInstance({|GG6006:type|}!);")]
    [InlineData("foreach (var m in GetType().GetMethods()) if (m.Name == name) return m.{|GG6006:Invoke|}(this, [argument]); return null;")]
    [InlineData("foreach (var p in GetType().GetProperties()) { if (p.Name != name) continue; p.{|GG6006:SetValue|}(this, argument); } return null;")]
    [InlineData("MethodInfo? found = null; foreach (var m in GetType().GetMethods()) { if (m.Name == name) { found = m; break; } } return found?.{|GG6006:Invoke|}(this, null);")]
    [InlineData("return Find({|GG6006:name|})!.Invoke(this, null);", "MethodInfo? Find(string wanted) => All.FirstOrDefault(m => m.Name == wanted); static IEnumerable<MethodInfo> All => typeof(Math).GetMethods();")]
    public Task A_tool_finds_what_the_model_names(string body, string members = "") => Verify.ReportsAsync(Tool(body, members));

    [Theory]
    [InlineData("return GetType().GetMethods().First(m => m.Name == \"Start\").Invoke(this, [name]);")]
    [InlineData("return GetType().GetMethods().First(m => m.GetParameters().Length == name.Length).Invoke(this, [argument]);")]
    [InlineData("return GetType().GetMethods().FirstOrDefault(m => m.Name == name)?.ReturnType.Name;")]
    [InlineData("return GetType().GetMethods().Where(m => m.GetCustomAttribute<ObsoleteAttribute>() is null).First(m => m.Name == name).Invoke(this, null);")]
    [InlineData("foreach (var m in GetType().GetMethods()) { if (m.Name == name) Console.WriteLine(m); } return GetType().GetMethods()[0].Invoke(this, null);")]
    [InlineData("return Activator.CreateInstance(Known.First(t => t.Name == name));", "static readonly Type[] Known = [typeof(Random), typeof(Exception)];")]
    public Task The_program_chooses(string body, string members = "") => Verify.SilentAsync(Tool(body, members));

    [Theory]
    [InlineData("return typeof(Math).GetMethod(name)?.ToString();")]
    [InlineData("return Type.GetType(name)?.GetMethods().Length;")]
    [InlineData("return typeof(CommandPlugin).GetProperty(\"Count\")!.GetValue(this);")]
    [InlineData("return typeof(Math).GetMethod(\"Abs\", [typeof(int)])!.Invoke(null, [argument.Length]);")]
    [InlineData("return Activator.CreateInstance(typeof(CommandPlugin), argument);")]
    [InlineData("return System.Text.Json.JsonSerializer.Deserialize(argument, typeof(string[]));")]
    [InlineData("return argument.GetType().GetMethod(\"ToString\", [])!.Invoke(argument, null);")]
    public Task To_look_up_is_not_to_call_and_arguments_are_no_names(string body) => Verify.SilentAsync(Tool(body));

    /// <summary>A program that makes tools itself: what it takes is no model's choice.</summary>
    [Fact]
    public Task The_delegate_of_an_own_tool_factory() => Verify.SilentAsync("""
        using System.Reflection;
        namespace Microsoft.SemanticKernel;
        public static class KernelFunctionFactory
        {
            public static object? CreateFromMethod(Delegate method, string? functionName = null) => Create(method.Method, method.Target);

            private static object? Create(MethodInfo method, object? target) => method.Invoke(target, null);
        }
        """);

    [Fact]
    public Task Type_names_in_text_that_is_deserialised() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        using Newtonsoft.Json;
        class Planner(IChatClient client)
        {
            public async Task<object?> Run(string goal)
            {
                var text = (await client.GetResponseAsync(goal)).Text;
                var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
                return JsonConvert.DeserializeObject({|GG6006:text|}, settings);
            }

            public async Task<string[]?> Plain(string goal)
            {
                var text = (await client.GetResponseAsync(goal)).Text;
                var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
                return JsonConvert.DeserializeObject<string[]>(text, settings) ?? JsonConvert.DeserializeObject<string[]>(text);
            }
        }
        """);

    [Fact]
    public Task The_program_dispatches_a_tool_call_by_reflection() => Verify.ReportsAsync("""
        using System.Text.Json;
        using OpenAI.Chat;
        class Loop(ChatClient client, object tools)
        {
            public async Task Run(List<ChatMessage> messages)
            {
                ChatCompletion completion = await client.CompleteChatAsync(messages);
                foreach (var call in completion.ToolCalls)
                {
                    var method = tools.GetType().GetMethod(call.FunctionName)!;
                    method.{|GG6006:Invoke|}(tools, [call.FunctionArguments.ToString()]);
                }
            }
        }
        """);

    [Fact]
    public Task The_name_goes_through_a_service_of_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        namespace Commands;
        public sealed class Planner(IChatClient client, IFactory factory)
        {
            public async Task Run(string goal)
            {
                var step = (await client.GetResponseAsync<Step>(goal)).Result;
                factory.Make({|GG6006:step.Command|});
            }
        }

        public sealed record Step(string Command);
        """,
        """
        namespace Commands;
        public interface IFactory
        {
            object? Make(string command);
        }

        public sealed class Factory : IFactory
        {
            public object? Make(string command)
            {
                var type = typeof(Factory).Assembly.GetType($"Commands.{command}Command", throwOnError: true)!;
                return Activator.CreateInstance(type);
            }
        }
        """);

    [Fact]
    public Task The_name_waits_in_a_field_and_is_used_in_a_lambda() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            private string _next = "";

            public async Task Think(string goal) => _next = (await client.GetResponseAsync(goal)).Text;

            public Func<object, object?> Act() => target => target.GetType().GetMethod({|GG6006:_next|})!.Invoke(target, null);
        }
        """);

    [Fact]
    public async Task A_report_says_what_is_missing()
    {
        var report = (await Verify.ReportsAsync(Tool("return Activator.CreateInstance({|GG6006:Type.GetType(name)|}!);"))).Single();
        Assert.Contains("Tool parameter 'name'", report.GetMessage());
        Assert.Contains("allow-list of names", report.GetMessage());
        Assert.Equal("effect:reflection", report.Properties["effect"]);
        Assert.Contains("CWE-470", report.Descriptor.CustomTags);
    }

    [Theory]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public void W(string n) => GetType().GetMethod(n)!.Invoke(this; }")]
    [InlineData("class T { [Microsoft.SemanticKernel.KernelFunction] public object W(string n) => Activator.CreateInstance(Type.GetType(n }")]
    public async Task Broken_code_does_not_throw(string source) => await AnalysisRun.FullAsync(new TestProgram(source));
}
