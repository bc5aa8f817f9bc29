namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>How model text reaches a process within one method.</summary>
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

    [Fact]
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
