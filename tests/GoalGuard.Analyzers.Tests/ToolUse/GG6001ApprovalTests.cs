namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A person is asked before the process starts: nothing is reported.</summary>
public class GG6001ApprovalTests
{
    [Fact]
    public Task A_person_types_yes_at_the_console() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("Next command?");
                Console.WriteLine(response.Text);
                Console.Write("Run it? [y/n] ");
                if (Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes")
                {
                    Process.Start("bash", "-c " + response.Text);
                }
            }
        }
        """);

    [Fact]
    public Task A_person_approves_through_a_service() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public interface IApprovals
        {
            Task<bool> ApproveAsync(string what, CancellationToken cancellation);
        }

        public sealed class ShellPlugin(IApprovals approvals)
        {
            [KernelFunction]
            public async Task<string> RunAsync(string command, CancellationToken cancellation)
            {
                if (!await approvals.ApproveAsync($"Run '{command}'?", cancellation))
                {
                    return "The user refused.";
                }

                Process.Start("bash", "-c " + command);
                return "Started.";
            }
        }
        """);

    [Fact]
    public Task A_person_confirms_through_a_delegate() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client, Func<string, Task<bool>> confirmAsync)
        {
            public async Task Step()
            {
                var command = (await client.GetResponseAsync("Next command?")).Text;
                if (await confirmAsync(command))
                {
                    Process.Start("bash", "-c " + command);
                }
            }
        }
        """);

    [Fact]
    public Task The_tool_is_wrapped_in_an_approval() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        static class Tools
        {
            public static IList<AITool> All { get; } = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(RunCommand))];

            private static void RunCommand(string command) => Process.Start("bash", "-c " + command);
        }
        """);

    [Fact(Skip = "engine: a lambda tool that is wrapped later is not approved")]
    public Task The_tool_of_a_lambda_is_wrapped_in_an_approval() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        static class Tools
        {
            public static IList<AITool> All()
            {
                AIFunction run = AIFunctionFactory.Create((string command) => Process.Start("bash", "-c " + command)!.Id, "run");
                return [new ApprovalRequiredAIFunction(run)];
            }
        }
        """);

    [Fact]
    public Task An_accepted_elicitation() => Verify.SilentAsync("""
        using ModelContextProtocol.Protocol;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class Tools
        {
            [McpServerTool]
            public static async Task<string> Run(McpServer server, string command, CancellationToken cancellation)
            {
                var answer = await server.ElicitAsync(new ElicitRequestParams { Message = $"Run {command}?" }, cancellation);
                if (answer.Action != "accept")
                {
                    return "Refused.";
                }

                Process.Start("bash", "-c " + command);
                return "Started.";
            }
        }
        """);
}
