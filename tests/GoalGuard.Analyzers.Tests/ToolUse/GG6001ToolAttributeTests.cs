namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A program's own attribute makes tools of methods if whoever looks for it sees a model.</summary>
public class GG6001ToolAttributeTests
{
    private const string Marked = """
        namespace Agents;
        [AttributeUsage(AttributeTargets.Method)]
        sealed class CapabilityAttribute(string name) : Attribute { public string Name => name; }

        sealed class Shell
        {
            [Capability("run")]
            public string Run(string command)
            {
                using var process = Process.Start("bash", {|GG6001:"-c " + command|});
                return "started";
            }

            public string Unmarked(string command)
            {
                using var process = Process.Start("bash", "-c " + command);
                return "started";
            }
        }
        """;

    [Fact]
    public Task It_is_looked_up_for_a_model() => Verify.ReportsAsync(
        Marked,
        """
        using System.Reflection;
        using Microsoft.Extensions.AI;
        namespace Agents;
        sealed class Agent(IChatClient client, Shell shell)
        {
            public async Task RunAsync(string question)
            {
                var response = await client.GetResponseAsync(question);
                foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
                {
                    Find(call.Name)?.Invoke(shell, [call.Arguments!["command"]?.ToString()]);
                }
            }

            private static MethodInfo? Find(string name) =>
                typeof(Shell).GetMethods().FirstOrDefault(method => method.GetCustomAttribute<CapabilityAttribute>()?.Name == name);
        }
        """);

    [Fact]
    public Task It_is_looked_up_for_something_else() => Verify.SilentAsync(
        Marked.Replace("{|GG6001:", "").Replace("|}", ""),
        """
        using System.Reflection;
        using Microsoft.Extensions.AI;
        namespace Agents;
        sealed class Help
        {
            public static string[] Names() =>
                typeof(Shell).GetMethods().Select(method => method.GetCustomAttribute<CapabilityAttribute>()?.Name ?? "").ToArray();
        }

        sealed class Agent(IChatClient client)
        {
            public async Task<string> RunAsync(string question) => (await client.GetResponseAsync(question)).Text;
        }
        """);
}
