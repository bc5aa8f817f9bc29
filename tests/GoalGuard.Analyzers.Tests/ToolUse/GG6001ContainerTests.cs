namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Containers as sandboxes: nothing mounted but folders that the program made, nothing opened.</summary>
public class GG6001ContainerTests
{
    private static string Tool(string body) => $$"""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class CodeTools
        {
            [McpServerTool]
            public static void Run(string code, string folder)
            {
                var made = Directory.CreateTempSubdirectory("run").FullName;
                var work = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("Process.Start(\"docker\", $\"run --rm --network none -v {made}:/work python:3.12 python -c \\\"{code}\\\"\");")]
    [InlineData("Process.Start(new ProcessStartInfo(\"docker\") { Arguments = $\"run --rm -i --network=none --memory 256m python:3.12 python -c {code}\" });")]
    [InlineData("var start = new ProcessStartInfo { Arguments = $\"run --rm -v \\\"{work}:/work:ro\\\" alpine sh -c {code}\" }; start.FileName = \"/usr/bin/podman\"; Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"docker\"); foreach (var one in new[] { \"run\", \"--rm\", \"python:3.12\", \"python\", \"-c\" }) start.ArgumentList.Add(one); start.ArgumentList.Add(code); Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"docker\"); start.ArgumentList.Add(\"run\"); start.ArgumentList.Add(\"-v\"); start.ArgumentList.Add(made + \":/work\"); start.ArgumentList.Add(\"alpine\"); start.ArgumentList.Add(\"sh\"); start.ArgumentList.Add(\"-c\"); start.ArgumentList.Add(code); Process.Start(start);")]
    public Task A_sandbox(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("Process.Start(\"docker\", {|GG6001:$\"{|GG6023:run --rm -v /:/host python:3.12 python -c |}{code}\"|});")]
    [InlineData("Process.Start(\"docker\", {|GG6001:$\"{|GG6023:run --rm --privileged python:3.12 python -c |}{code}\"|});")]
    [InlineData("Process.Start(\"docker\", {|GG6001:$\"{|GG6023:run --rm --network host python:3.12 python -c |}{code}\"|});")]
    [InlineData("Process.Start(\"docker\", {|GG6001:$\"run --rm -v {folder}:/work python:3.12 python main.py\"|});")]
    [InlineData("Process.Start(\"docker\", {|GG6001:$\"run --rm {code}\"|});")]
    [InlineData("Process.Start(\"docker\", {|GG6001:$\"exec worker python -c {code}\"|});")]
    [InlineData("Process.Start(\"npm\", {|GG6001:$\"run build -- {code}\"|});")]
    [InlineData("Process.Start(new ProcessStartInfo(\"npm\") { Arguments = {|GG6001:$\"run build {code}\"|} });")]
    [InlineData("Process.Start(\"bash\", {|GG6001:$\"-c \\\"docker run --rm python:3.12 python -c {code}\\\"\"|});")]
    [InlineData("var start = new ProcessStartInfo(\"docker\"); start.ArgumentList.Add(\"run\"); start.ArgumentList.Add({|GG6023:\"-v\"|}); start.ArgumentList.Add(\"/:/host\"); start.ArgumentList.Add(\"alpine\"); start.ArgumentList.Add(\"sh\"); start.ArgumentList.Add(\"-c\"); start.ArgumentList.Add({|GG6001:code|}); Process.Start(start);")]
    public Task No_sandbox(string body) => Verify.ReportsAsync(Tool(body));
}
