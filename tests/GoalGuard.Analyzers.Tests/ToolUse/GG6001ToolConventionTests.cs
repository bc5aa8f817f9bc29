namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A program's own tools: what reaches their member says that a model chooses them.</summary>
public class GG6001ToolConventionTests
{
    private const string Tool = """
        namespace Agents;
        public interface ICapability
        {
            string Name { get; }
            Task<string> PerformAsync(string arguments, CancellationToken cancellation);
        }

        sealed class Shell : ICapability
        {
            public string Name => "shell";

            public async Task<string> PerformAsync(string arguments, CancellationToken cancellation)
            {
                var command = System.Text.Json.JsonDocument.Parse(arguments).RootElement.GetProperty("command").GetString();
                using var process = Process.Start("bash", {|GG6001:"-c " + command|});
                await process.WaitForExitAsync(cancellation);
                return "done";
            }
        }
        """;

    private static string Silent => Tool.Replace("{|GG6001:", "").Replace("|}", "");

    /// <summary>An agent that answers the model's tool calls.</summary>
    private static string Agent(string members) => $$"""
        using Microsoft.Extensions.AI;
        namespace Agents;
        sealed class Agent(IChatClient client, IEnumerable<ICapability> capabilities)
        {
            private readonly Dictionary<string, ICapability> _byName = capabilities.ToDictionary(capability => capability.Name);

            public async Task<string> AnswerAsync(string question, CancellationToken cancellation)
            {
                var response = await client.GetResponseAsync(question, cancellationToken: cancellation);
                foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
                {
                    await HandleAsync(call, cancellation);
                }

                return response.Text;
            }

            {{members}}
        }
        """;

    [Theory]
    [InlineData("private Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) => _byName[call.Name].PerformAsync(Json(call), c);")]
    [InlineData("private async Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) { if (!_byName.TryGetValue(call.Name, out var found)) return \"unknown\"; return await found.PerformAsync(Json(call), c); }")]
    [InlineData("private Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) => capabilities.First(x => x.Name == call.Name).PerformAsync(Json(call), c);")]
    [InlineData("private async Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) { foreach (var x in capabilities) if (string.Equals(x.Name, call.Name, StringComparison.Ordinal)) return await x.PerformAsync(Json(call), c); return \"unknown\"; }")]
    [InlineData("private Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) => RunAsync(call.Name, Json(call), c); private async Task<string> RunAsync(string name, string json, CancellationToken c) => _byName.TryGetValue(name, out var found) ? await found.PerformAsync(json, c) : \"unknown\";")]
    [InlineData("private Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) { var found = Find(call.Name); return found is null ? Task.FromResult(\"\") : found.PerformAsync(Json(call), c); } private ICapability? Find(string name) => capabilities.FirstOrDefault(x => x.Name == name);")]
    public Task A_name_that_the_model_wrote_chooses_the_object(string members) => Verify.ReportsAsync(
        Tool, Agent(members + " private static string Json(FunctionCallContent call) => System.Text.Json.JsonSerializer.Serialize(call.Arguments);"));

    [Fact]
    public Task The_protocol_is_the_programs_own() => Verify.ReportsAsync(
        Tool,
        """
        using Microsoft.Extensions.AI;
        namespace Agents;
        sealed record Step(string Tool, string Input);
        sealed class Planner(IChatClient client, Registry registry)
        {
            public async Task<string> RunAsync(string goal, CancellationToken cancellation)
            {
                var reply = await client.GetResponseAsync(goal, cancellationToken: cancellation);
                var step = System.Text.Json.JsonSerializer.Deserialize<Step>(reply.Text)!;
                return await registry.DispatchAsync(step.Tool, step.Input, cancellation);
            }
        }

        sealed class Registry
        {
            private readonly Dictionary<string, ICapability> _all = new();
            public void Add(ICapability capability) => _all[capability.Name] = capability;
            public Task<string> DispatchAsync(string name, string input, CancellationToken cancellation) =>
                _all.TryGetValue(name, out var found) ? found.PerformAsync(input, cancellation) : Task.FromResult("unknown");
        }
        """);

    [Theory]
    [InlineData("private Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) => _byName[\"shell\"].PerformAsync(\"{}\", c);")]
    [InlineData("private Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) => Task.FromResult(call.Name); public Task<string> FromMenuAsync(string name, CancellationToken c) => _byName[name].PerformAsync(\"{}\", c);")]
    [InlineData("private async Task<string> HandleAsync(FunctionCallContent call, CancellationToken c) { foreach (var x in capabilities) await x.PerformAsync(\"{}\", c); return call.Name; }")]
    public Task The_program_chooses_the_object(string members) => Verify.SilentAsync(Silent, Agent(members));

    [Fact]
    public Task Only_the_arguments_of_a_message_are_the_models() => Verify.ReportsAsync(
        """
        namespace Agents;
        public sealed class CallMessage { public string Name { get; set; } = ""; public string? SenderFolder { get; set; } public string? FunctionArgs { get; set; } }
        public interface IHandler { string Name { get; } Task<bool> HandleAsync(CallMessage message); }
        sealed class Save : IHandler
        {
            public string Name => "save";

            public Task<bool> HandleAsync(CallMessage message)
            {
                Process.Start("bash", $"-c \"ls {message.SenderFolder}\"");
                Process.Start("bash", {|GG6001:$"-c \"{message.FunctionArgs}\""|});
                return Task.FromResult(true);
            }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        namespace Agents;
        sealed class Agent(IChatClient client, IEnumerable<IHandler> handlers)
        {
            public async Task RunAsync(string question)
            {
                var response = await client.GetResponseAsync(question);
                var call = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().First();
                var handler = handlers.FirstOrDefault(h => h.Name == call.Name);
                await handler!.HandleAsync(new CallMessage { Name = call.Name, FunctionArgs = "x" });
            }
        }
        """);

    /// <summary>The arguments of the call become a command line, as if a person had typed it.</summary>
    [Fact]
    public Task A_command_line_that_was_parsed() => Verify.ReportsAsync(new TestProgram(
        """
        using System.CommandLine;
        namespace Agents;
        public interface ICommand { string Name { get; } Task<string> ExecuteAsync(ParseResult line); }
        sealed class Shell(Option<string> option) : ICommand
        {
            public string Name => "shell";

            public async Task<string> ExecuteAsync(ParseResult line)
            {
                Process.Start("bash", {|GG6001:$"-c {line.GetValue(option)}"|});
                return "done";
            }
        }
        """,
        """
        using System.CommandLine;
        using Microsoft.Extensions.AI;
        namespace Agents;
        sealed class Agent(IChatClient client, Dictionary<string, ICommand> commands)
        {
            public async Task RunAsync(string question)
            {
                var response = await client.GetResponseAsync(question);
                foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
                {
                    var command = commands.GetValueOrDefault(call.Name);
                    await command!.ExecuteAsync(ParseResult.Of(System.Text.Json.JsonSerializer.Serialize(call.Arguments)));
                }
            }
        }
        """)
    {
        References = DeclaredLibrary.Beside("System.CommandLine", """
            namespace System.CommandLine;
            public sealed class Option<T> { }
            public sealed class ParseResult { public static ParseResult Of(string line) => new(); public T? GetValue<T>(Option<T> option) => default; }
            """),
    });
}
