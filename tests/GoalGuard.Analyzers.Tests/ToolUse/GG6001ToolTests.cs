namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>The parameters of a tool are model output, however the method became a tool.</summary>
public class GG6001ToolTests
{
    [Fact]
    public Task A_method_group_becomes_a_tool() => Verify.ReportsAsync("""
        using System.ComponentModel;
        using Microsoft.Extensions.AI;
        static class Tools
        {
            public static ChatOptions Options { get; } = new() { Tools = {|GG6020:[AIFunctionFactory.Create(RunCommand)]|} };

            [Description("Runs a command and returns what it prints.")]
            private static string RunCommand([Description("The command line")] string command)
            {
                var start = new ProcessStartInfo("/bin/sh") { Arguments = {|GG6001:$"-c \"{command}\""|}, RedirectStandardOutput = true };
                using var process = Process.Start(start)!;
                return process.StandardOutput.ReadToEnd();
            }
        }
        """);

    [Fact]
    public Task A_lambda_becomes_a_tool() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var run = AIFunctionFactory.Create(
                    (string command) => Process.Start("bash", {|GG6001:"-c " + command|})!.Id,
                    "run_command",
                    "Runs a command.");
                await client.GetResponseAsync("Clean up.", new ChatOptions { Tools = {|GG6020:[run]|} });
            }
        }
        """);

    [Fact]
    public Task A_tool_is_created_in_another_file() => Verify.ReportsAsync(
        """
        namespace Agents;
        sealed class ShellTools
        {
            public async Task<int> RunAsync(string command, CancellationToken cancellation)
            {
                using var process = Process.Start("bash", {|GG6001:$"-c \"{command}\""|});
                await process.WaitForExitAsync(cancellation);
                return process.ExitCode;
            }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        namespace Agents;
        static class Wiring
        {
            public static IList<AITool> Tools(ShellTools shell) => [AIFunctionFactory.Create(shell.RunAsync, name: "run")];
        }
        """);

    [Fact]
    public Task A_kernel_function_is_a_tool() => Verify.ReportsAsync("""
        using System.ComponentModel;
        using Microsoft.SemanticKernel;
        public sealed class ShellPlugin
        {
            [KernelFunction("run_command")]
            [Description("Runs a command line.")]
            public async Task<string> RunCommandAsync([Description("The command line")] string command)
            {
                var start = new ProcessStartInfo
                {
                    FileName = "cmd.exe",
                    Arguments = {|GG6001:"/c " + command|},
                    RedirectStandardOutput = true,
                };
                using var process = Process.Start(start);
                return await process!.StandardOutput.ReadToEndAsync();
            }
        }
        """);

    [Fact]
    public Task An_mcp_server_tool_is_a_tool() => Verify.ReportsAsync("""
        using System.ComponentModel;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class WorkshopTools
        {
            [McpServerTool(Name = "run"), Description("Runs a script.")]
            public static int Run(string script, int timeoutSeconds)
            {
                using var process = Process.Start("pwsh", {|GG6001:"-Command " + script|});
                process.WaitForExit(timeoutSeconds * 1000);
                return process.ExitCode;
            }
        }
        """);

    [Fact]
    public Task A_record_parameter_is_filled_by_the_model() => Verify.ReportsAsync("""
        using ModelContextProtocol.Server;
        public sealed record RunRequest(string Program, string Arguments);

        [McpServerToolType]
        public sealed class WorkshopTools
        {
            [McpServerTool]
            public void Run(RunRequest request) => Process.Start({|GG6001:request.Program|}, request.Arguments);
        }
        """);

    [Fact]
    public Task The_process_starts_in_a_service_behind_the_tool() => Verify.ReportsAsync("""
        using Microsoft.SemanticKernel;
        public interface ICommandRunner
        {
            string Run(string command);
        }

        public abstract class CommandRunner : ICommandRunner
        {
            protected abstract string Program { get; }

            public string Run(string command)
            {
                using var process = Process.Start(new ProcessStartInfo(Program, "-c " + command) { RedirectStandardOutput = true })!;
                return process.StandardOutput.ReadToEnd();
            }
        }

        public sealed class BashRunner : CommandRunner
        {
            protected override string Program => "bash";
        }

        public sealed class ShellPlugin(ICommandRunner runner)
        {
            [KernelFunction]
            public string Run(string command) => runner.Run({|GG6001:command|});
        }
        """);

    [Fact]
    public Task Tool_arguments_are_dispatched_by_hand() => Verify.ReportsAsync("""
        using System.Text.Json;
        using OpenAI.Chat;
        class Agent(ChatClient client, ChatTool runTool)
        {
            public async Task Step(List<ChatMessage> messages)
            {
                ChatCompletion completion = await client.CompleteChatAsync(messages, new ChatCompletionOptions { Tools = { runTool } });
                foreach (var call in completion.ToolCalls)
                {
                    if (call.FunctionName == "run")
                    {
                        using var arguments = JsonDocument.Parse(call.FunctionArguments);
                        var command = arguments.RootElement.GetProperty("command").GetString();
                        Process.Start("bash", {|GG6001:"-c " + command|});
                    }
                }
            }
        }
        """);

    [Fact]
    public Task A_function_call_in_the_response_is_dispatched_by_hand() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Step(IList<ChatMessage> messages, ChatOptions options)
            {
                var response = await client.GetResponseAsync(messages, options);
                foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
                {
                    if (call.Name == "run" && call.Arguments!.TryGetValue("command", out var command))
                    {
                        Process.Start("bash", {|GG6001:$"-c \"{command}\""|});
                    }
                }
            }
        }
        """);

    [Fact]
    public Task A_tool_call_object_received_as_a_parameter_is_a_source() => Verify.ReportsAsync("""
        using System.Text.Json;
        using OpenAI.Chat;
        class Dispatcher
        {
            private sealed record Arguments(string Command);

            public string Handle(ChatToolCall call)
            {
                var arguments = JsonSerializer.Deserialize<Arguments>(call.FunctionArguments.ToString())!;
                Process.Start("bash", {|GG6001:"-c " + arguments.Command|});
                return "started";
            }
        }
        """);

    [Fact]
    public Task An_own_subclass_of_AIFunction_is_a_tool() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        sealed class RunFunction : AIFunction
        {
            public override string Name => "run";

            protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
            {
                var command = arguments["command"]?.ToString();
                Process.Start("bash", {|GG6001:"-c " + command|});
                return new ValueTask<object?>("started");
            }
        }
        """);

    [Fact]
    public Task An_own_tool_interface_that_is_dispatched_by_name_is_a_tool() => Verify.ReportsAsync("""
        using System.Text.Json;
        using OpenAI.Chat;
        interface ITool
        {
            string Name { get; }
            Task<string> ExecuteAsync(string arguments);
        }

        sealed class ShellTool : ITool
        {
            public string Name => "shell";

            public Task<string> ExecuteAsync(string arguments)
            {
                var command = JsonDocument.Parse(arguments).RootElement.GetProperty("command").GetString();
                Process.Start("bash", {|GG6001:"-c " + command|});
                return Task.FromResult("started");
            }
        }

        class Agent(ChatClient client, IEnumerable<ITool> tools)
        {
            public async Task Step(List<ChatMessage> messages)
            {
                ChatCompletion completion = await client.CompleteChatAsync(messages);
                foreach (var call in completion.ToolCalls)
                {
                    var tool = tools.First(tool => tool.Name == call.FunctionName);
                    await tool.ExecuteAsync(call.FunctionArguments.ToString());
                }
            }
        }
        """);

    [Fact]
    public Task A_method_that_no_model_can_call_is_silent() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        static class Tools
        {
            public static ChatOptions Options { get; } = new() { Tools = [AIFunctionFactory.Create(Today)] };

            private static string Today() => DateTime.Today.ToString("D");

            public static void RunCommand(string command) => Process.Start("bash", "-c " + command);
        }
        """);

    [Fact]
    public Task What_the_framework_hands_to_a_tool_is_silent() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public sealed class Settings
        {
            public Settings(string tool) => Tool = tool;
            public string Tool { get; }
            internal IDisposable? Owner { get; init; }
        }

        public sealed class BuildPlugin(Settings settings)
        {
            [KernelFunction]
            public void Build(Kernel kernel, CancellationToken cancellation) => Process.Start(settings.Tool, "build " + kernel.Culture.Name);
        }
        """);
}
