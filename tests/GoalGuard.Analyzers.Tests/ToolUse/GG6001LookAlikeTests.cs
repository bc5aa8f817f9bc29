namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Programs that start processes, and no model has a say in which.</summary>
public class GG6001LookAlikeTests
{
    [Fact]
    public Task A_constant_command() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("Shall we build?");
                if (response.Text.StartsWith("yes"))
                {
                    Process.Start("dotnet", "build -c Release");
                }
            }
        }
        """);

    [Fact]
    public Task A_browser_for_signing_in() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Login(IChatClient client)
        {
            public async Task Run(Uri authority, string state)
            {
                var url = $"{authority}authorize?client_id=agent&state={Uri.EscapeDataString(state)}";
                Process.Start(new ProcessStartInfo(url) { UseShellExecute = true });
                await client.GetResponseAsync("Say hello.");
            }
        }
        """);

    [Fact]
    public Task A_report_is_opened() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Reporter(IChatClient client)
        {
            public async Task Run(string folder)
            {
                var path = Path.Combine(folder, "report.html");
                await File.WriteAllTextAsync(path, (await client.GetResponseAsync("Write a report.")).Text);
                Process.Start(new ProcessStartInfo { FileName = path, UseShellExecute = true });
            }
        }
        """);

    [Fact]
    public Task A_person_types_the_command() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Terminal(IChatClient client)
        {
            public async Task Run()
            {
                var line = Console.ReadLine();
                Process.Start("bash", "-c " + line);
                var response = await client.GetResponseAsync("Explain: " + line);
                Console.WriteLine(response.Text);
            }
        }
        """);

    [Fact]
    public Task A_program_without_a_model() => Verify.SilentAsync("""
        class Runner
        {
            public void Run(string[] args) => Process.Start(args[0], string.Join(" ", args.Skip(1)));
        }
        """);

    [Fact]
    public Task Text_of_the_user_beside_text_of_the_model() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        record Turn(string Command, string Comment);

        class Terminal(IChatClient client)
        {
            public async Task Run(string command)
            {
                var turn = new Turn(command, (await client.GetResponseAsync("Comment on " + command)).Text);
                Console.WriteLine(turn.Comment);
                Process.Start("bash", "-c " + turn.Command);
            }
        }
        """);

    [Fact]
    public Task A_variable_that_held_model_text_before() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var text = (await client.GetResponseAsync("A joke, please.")).Text;
                Console.WriteLine(text);
                text = "clean";
                Process.Start("dotnet", text);
            }
        }
        """);

    [Fact]
    public Task The_length_of_the_answer() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("Talk.");
                Process.Start("notify", "characters " + response.Text.Length);
                Process.Start("notify", "tokens " + response.Usage?.TotalTokenCount);
            }
        }
        """);

    [Fact]
    public Task A_tool_that_starts_what_the_host_configured() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public sealed class BuildPlugin(string project)
        {
            [KernelFunction]
            public int Build(bool release)
            {
                using var process = Process.Start("dotnet", $"build {project} -c {(release ? "Release" : "Debug")}");
                process.WaitForExit();
                return process.ExitCode;
            }
        }
        """);

    [Fact]
    public Task Starting_a_model_server_is_no_model_text() => Verify.SilentAsync("""
        using OllamaSharp;
        class Server
        {
            public async Task Run(string path)
            {
                Process.Start(path, "serve");
                var client = new OllamaApiClient("http://localhost:11434");
                foreach (var model in await client.ListLocalModelsAsync())
                {
                    Console.WriteLine(model.Name);
                }
            }
        }
        """);
}
