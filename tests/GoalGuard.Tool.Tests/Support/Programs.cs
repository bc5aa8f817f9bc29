namespace GoalGuard.Tool.Tests.Support;

/// <summary>Programs that are scanned.</summary>
internal static class Programs
{
    public const string ModelPackage = """<PackageReference Include="Microsoft.Extensions.AI.Abstractions" Version="10.11.0" />""";

    public const string EmptyProject = """
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
        """;

    /// <summary>GG6001 in line 13, a warning.</summary>
    public const string ModelTextToShell = """
        using System.Diagnostics;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        public class Agent
        {
            private readonly IChatClient _client;
            public Agent(IChatClient client) { _client = client; }

            public async Task RunAsync(string task)
            {
                var response = await _client.GetResponseAsync(task);
                Process.Start("bash", $"-c \"{response.Text}\"");
            }
        }
        """;

    public const string FileBased = """
        #:package Microsoft.Extensions.AI.Abstractions@10.11.0
        using System.Diagnostics;
        using Microsoft.Extensions.AI;

        IChatClient client = null!;
        var response = await client.GetResponseAsync(args[0]);
        Process.Start("bash", $"-c \"{response.Text}\"");
        """;

    public const string Harmless = "public class Harmless { public int Twice(int number) { return 2 * number; } }";

    public const string DoesNotCompile = """
        public class Broken
        {
            public int Number() => missing;
        }
        """;
}
