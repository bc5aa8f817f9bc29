namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text travels to a process: within one method, and through everything that programs put between.</summary>
public class GG6001ProcessTests
{
    [Fact]
    public Task Model_text_in_an_argument_string() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("what next?");
                Process.Start("bash", {|GG6001:$"-c \"{response.Text}\""|});
            }
        }
        """);

    [Fact]
    public Task Model_text_chooses_the_program() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Launcher(IChatClient client)
        {
            public async Task Run(string wish)
            {
                var response = await client.GetResponseAsync("Which program fits? Answer with its name. " + wish);
                Process.Start({|GG6001:response.Text.Trim()|});
            }
        }
        """);

    [Fact]
    public Task Start_info_is_configured_by_properties() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task<string> Run(string task)
            {
                var response = await client.GetResponseAsync($"Give me one shell command that does this: {task}");
                var command = response.Text;
                var start = new ProcessStartInfo
                {
                    FileName = "/bin/sh",
                    RedirectStandardOutput = true,
                };
                start.Arguments = {|GG6001:"-c \"" + command + "\""|};
                using var process = Process.Start(start)!;
                return await process.StandardOutput.ReadToEndAsync();
            }
        }
        """);

    [Fact]
    public Task Start_info_is_configured_by_an_object_initializer() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var program = (await client.GetResponseAsync("Which tool next?")).Text;
                var process = new Process
                {
                    StartInfo = new ProcessStartInfo { FileName = {|GG6001:program|}, UseShellExecute = false },
                };
                process.Start();
            }
        }
        """);

    [Fact(Skip = "engine: Process.Start(startInfo) loses which program runs")]
    public Task A_shell_reads_commands_from_its_standard_input() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                using var shell = Process.Start(new ProcessStartInfo("bash") { RedirectStandardInput = true })!;
                var response = await client.GetResponseAsync("Next command?");
                await shell.StandardInput.WriteLineAsync({|GG6001:response.Text|});
            }
        }
        """);

    [Fact]
    public Task A_helper_that_starts_the_process_is_reported_where_the_text_is_handed_over() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("what next?");
                Execute({|GG6001:response.Text|});
            }

            private static void Execute(string command) => Start("bash", "-c " + command);

            private static void Start(string program, string arguments) => Process.Start(program, arguments);
        }
        """);

    [Fact]
    public Task A_helper_that_asks_the_model_is_reported_where_the_process_starts() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var command = await NextCommandAsync("tidy the build folder");
                Process.Start("cmd.exe", {|GG6001:"/c " + command|});
            }

            private async Task<string> NextCommandAsync(string goal)
            {
                var response = await client.GetResponseAsync(goal);
                return response.Text;
            }
        }
        """);

    [Fact]
    public Task Text_that_waits_in_a_field_is_reported_where_it_is_taken_out() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            private string _plan = "";

            public async Task Think() => _plan = (await client.GetResponseAsync("Plan the next command.")).Text;

            public void Act() => Process.Start("bash", {|GG6001:"-c " + _plan|});
        }
        """);

    [Fact]
    public Task Text_that_waits_in_a_property_is_reported_where_it_is_taken_out() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public string? NextCommand { get; private set; }

            public async Task Think()
            {
                var response = await client.GetResponseAsync("Plan the next command.");
                NextCommand = response.Text;
            }

            public void Act()
            {
                if (NextCommand is not null)
                {
                    Process.Start("bash", {|GG6001:$"-c \"{NextCommand}\""|});
                }
            }
        }
        """);

    [Fact]
    public Task A_service_injected_by_its_interface_runs_the_command() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        interface IShell
        {
            Task<int> RunAsync(string command, CancellationToken cancellation);
        }

        sealed class BashShell : IShell
        {
            public async Task<int> RunAsync(string command, CancellationToken cancellation)
            {
                using var process = Process.Start(new ProcessStartInfo("/bin/bash", $"-c \"{command}\""))!;
                await process.WaitForExitAsync(cancellation);
                return process.ExitCode;
            }
        }

        sealed class Agent
        {
            private readonly IChatClient _client;
            private readonly IShell _shell;

            public Agent(IChatClient client, IShell shell)
            {
                _client = client;
                _shell = shell;
            }

            public async Task<int> Step(CancellationToken cancellation)
            {
                var response = await _client.GetResponseAsync("Next command?", cancellationToken: cancellation);
                return await _shell.RunAsync({|GG6001:response.Text|}, cancellation);
            }
        }
        """);

    [Fact]
    public Task A_lambda_starts_the_process() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                Func<Task> step = async () =>
                {
                    var response = await client.GetResponseAsync("Next command?");
                    Process.Start("bash", {|GG6001:"-c " + response.Text|});
                };
                await step();
            }
        }
        """);

    [Fact]
    public Task A_lambda_is_part_of_its_method() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                Action<string> execute = command => Process.Start("bash", {|GG6001:"-c " + command|});
                var response = await client.GetResponseAsync("Next command?");
                execute(response.Text);
            }
        }
        """);

    [Fact]
    public Task A_local_function_starts_the_process() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("Next command?");
                Execute();

                void Execute() => Process.Start("bash", {|GG6001:"-c " + response.Text|});
            }
        }
        """);

    [Fact]
    public Task Lines_of_the_answer_are_commands() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("List the commands, one a line.");
                foreach (var line in response.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
                {
                    Process.Start("bash", {|GG6001:$"-c \"{line}\""|});
                }
            }
        }
        """);

    [Fact]
    public Task A_code_block_is_cut_out_by_a_regular_expression() => Verify.ReportsAsync("""
        using System.Text.RegularExpressions;
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            private static readonly Regex Block = new("```(?:bash|sh)\n(.*?)```", RegexOptions.Singleline);

            public async Task Run()
            {
                var response = await client.GetResponseAsync("Answer with a bash block.");
                var match = Block.Match(response.Text);
                if (match.Success)
                {
                    Process.Start("bash", {|GG6001:"-c " + match.Groups[1].Value|});
                }
            }
        }
        """);

    [Fact]
    public Task Streamed_text_is_gathered_in_a_builder() => Verify.ReportsAsync("""
        using System.Text;
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run(CancellationToken cancellation)
            {
                var answer = new StringBuilder();
                await foreach (var update in client.GetStreamingResponseAsync("Next command?", cancellationToken: cancellation))
                {
                    answer.Append(update.Text);
                }

                Process.Start("bash", {|GG6001:$"-c \"{answer}\""|});
            }
        }
        """);

    [Fact]
    public Task A_decision_is_read_from_json() => Verify.ReportsAsync("""
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        record Decision(string Tool, string Argument);

        class Agent(IChatClient client)
        {
            public async Task Step()
            {
                var response = await client.GetResponseAsync("Answer as JSON with tool and argument.");
                var decision = JsonSerializer.Deserialize<Decision>(response.Text)!;
                if (decision.Tool == "shell")
                {
                    Process.Start("bash", {|GG6001:"-c " + decision.Argument|});
                }
            }
        }
        """);

    [Fact]
    public Task A_decision_is_read_from_a_json_document() => Verify.ReportsAsync("""
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Step()
            {
                var response = await client.GetResponseAsync("Answer as JSON with a command.");
                using var document = JsonDocument.Parse(response.Text);
                if (document.RootElement.TryGetProperty("command", out var command))
                {
                    Process.Start("bash", {|GG6001:"-c " + command.GetString()|});
                }
            }
        }
        """);

    /// <summary>One report per act: program and arguments of one call are one report.</summary>
    [Fact]
    public Task A_typed_answer_carries_the_command() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            private sealed class Step
            {
                public string Program { get; set; } = "";
                public List<string> Arguments { get; set; } = [];
            }

            public async Task Run()
            {
                var response = await client.GetResponseAsync<Step>("Which program next?");
                var step = response.Result;
                Process.Start({|GG6001:step.Program|}, string.Join(" ", step.Arguments));
            }
        }
        """);

    [Fact]
    public Task The_command_leaves_a_helper_by_an_out_parameter() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Step()
            {
                var response = await client.GetResponseAsync("Answer RUN: and a command, or DONE.");
                if (TryReadCommand(response.Text, out var command))
                {
                    Process.Start("bash", {|GG6001:"-c " + command|});
                }
            }

            private static bool TryReadCommand(string answer, out string command)
            {
                command = answer.StartsWith("RUN:") ? answer["RUN:".Length..] : "";
                return command.Length > 0;
            }
        }
        """);

    [Fact]
    public Task Model_and_process_stand_in_two_files() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        namespace Agents;
        class Planner(IChatClient client)
        {
            public async Task<string> NextAsync(string goal) => (await client.GetResponseAsync(goal)).Text;
        }
        """,
        """
        namespace Agents;
        static class Shell
        {
            public static void Run(string command) => Process.Start("bash", $"-c \"{command}\"");
        }
        """,
        """
        namespace Agents;
        class Agent(Planner planner)
        {
            public async Task Step() => Shell.Run({|GG6001:await planner.NextAsync("clean up")|});
        }
        """);

    [Fact]
    public Task A_tuple_carries_the_command() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Step()
            {
                var (thought, command) = Parse((await client.GetResponseAsync("Think, then act.")).Text);
                Console.WriteLine(thought);
                Process.Start("bash", {|GG6001:"-c " + command|});
            }

            private static (string Thought, string Command) Parse(string answer)
            {
                var parts = answer.Split("ACT:", 2);
                return (parts[0], parts[1]);
            }
        }
        """);

    [Fact]
    public Task The_answer_of_an_earlier_round_is_run_in_a_later_one() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var next = "echo ready";
                for (var round = 0; round < 10; round++)
                {
                    Process.Start("bash", {|GG6001:"-c " + next|});
                    next = (await client.GetResponseAsync("And now?")).Text;
                }
            }
        }
        """);
}
