namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>What programs put between a model and a process: helpers, state, services, lambdas, files.</summary>
public class GG6001ProcessFlowTests
{
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
}
