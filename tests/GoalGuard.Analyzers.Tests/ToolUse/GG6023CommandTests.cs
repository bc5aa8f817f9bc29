namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Command lines by which what tools run is isolated no more.</summary>
public class GG6023CommandTests
{
    private static string Program(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Snippets
        {
            public AIFunction Tool() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Run));

            public object? Run(string file)
            {
                {{body}}
            }

            {{members}}
        }
        """;

    [Theory]
    [InlineData("return Process.Start(\"docker\", [\"run\", {|GG6023:\"--privileged\"|}, \"python:3\", \"main.py\"]);")]
    [InlineData("return Process.Start(\"docker\", [\"run\", {|GG6023:\"-v\"|}, \"/:/host\", \"python:3\", \"main.py\"]);")]
    [InlineData("return Process.Start(\"docker\", [\"run\", {|GG6023:\"-v\"|}, \"/var/run/docker.sock:/var/run/docker.sock\", \"python:3\", \"main.py\"]);")]
    [InlineData("return Process.Start(\"podman\", {|GG6023:\"run --network=host python:3 main.py\"|});")]
    [InlineData("return Process.Start(\"docker\", {|GG6023:\"run --cap-add SYS_ADMIN python:3 main.py\"|});")]
    [InlineData("return Process.Start(\"docker\", {|GG6023:\"run --security-opt seccomp=unconfined python:3 main.py\"|});")]
    [InlineData("var start = new ProcessStartInfo(\"docker\"); start.ArgumentList.Add(\"run\"); start.ArgumentList.Add({|GG6023:\"--pid\"|}); start.ArgumentList.Add(\"host\"); return Process.Start(start);")]
    [InlineData("return Process.Start(\"docker\", Arguments());", "private static string Arguments() => {|GG6023:\"run --privileged python:3 main.py\"|};")]
    [InlineData("return Start();", "private static Process? Start() => Process.Start(\"docker\", [\"run\", {|GG6023:\"--privileged\"|}, \"python:3\"]);")]
    [InlineData("return Process.Start(\"codex\", [\"exec\", {|GG6023:\"--sandbox\"|}, \"danger-full-access\"]);")]
    [InlineData("return Process.Start(\"chromium\", [{|GG6023:\"--no-sandbox\"|}, \"--headless\"]);")]
    public Task Options_that_open_it(string body, string members = "") => Verify.ReportsAsync(Program(body, members));

    [Theory]
    [InlineData("return Process.Start(\"docker\", [\"run\", \"--rm\", \"--network\", \"none\", \"-v\", \"/tmp/work:/work\", \"python:3\", \"main.py\"]);")]
    [InlineData("return Process.Start(\"docker\", \"run --cap-drop ALL python:3 main.py\");")]
    [InlineData("return Process.Start(\"mysqld\", [\"--privileged\"]);")]
    [InlineData("return Process.Start(\"codex\", [\"exec\", \"--sandbox\", \"workspace-write\"]);")]
    [InlineData("return file.Contains(\"--privileged\") ? null : \"docker\";")]
    public Task Options_that_do_not(string body) => Verify.SilentAsync(Program(body));

    [Fact]
    public Task A_container_that_no_tool_runs() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        public static class Program
        {
            public static void Main() => Process.Start("docker", ["run", "--network", "host", "redis"]);
        }
        """);
}
