namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Command lines of coding agents and requests as text by which nobody is asked.</summary>
public class GG6022TextTests
{
    private static string Program(string body, string members = "") => $$"""
        using System.Diagnostics;
        using System.Text.Json.Nodes;
        using Microsoft.Extensions.AI;
        public sealed class Runner(IChatClient chat)
        {
            {{members}}

            public object? Run(string task, string[] args)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return Process.Start(\"claude\", [\"-p\", task, {|GG6022:\"--dangerously-skip-permissions\"|}]);")]
    [InlineData("var options = new List<string> { {|GG6022:\"--yolo\"|}, \"-p\", task }; return Process.Start(\"gemini\", options);")]
    [InlineData("var start = new ProcessStartInfo(\"codex\"); start.ArgumentList.Add({|GG6022:\"--full-auto\"|}); return Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"claude\"); start.ArgumentList.Add(\"--permission-mode\"); start.ArgumentList.Add({|GG6022:\"bypassPermissions\"|}); return Process.Start(start);")]
    [InlineData("return new ProcessStartInfo(\"claude\", {|GG6022:\"-p --dangerously-skip-permissions --model opus\"|});")]
    [InlineData("return new ProcessStartInfo(\"claude\") { Arguments = $\"-p \\\"{task}{|GG6022:\\\" --dangerously-skip-permissions|}\" };")]
    [InlineData("return new ProcessStartInfo(\"codex\", {|GG6022:\"exec --dangerously-bypass-approvals-and-sandbox \"|} + task);")]
    [InlineData("return Start({|GG6022:\"--yolo\"|});", "private static Process? Start(string option) => Process.Start(\"copilot\", [option]);")]
    [InlineData("return Process.Start(\"copilot\", Options);", "private static readonly string[] Options = [{|GG6022:\"--allow-all-tools\"|}];")]
    [InlineData("return Process.Start(\"copilot\", [{|GG6022:Option|}]);", "private const string Option = \"--allow-all-tools\";")]
    [InlineData("const string option = \"--allow-all-tools\"; return Process.Start(\"copilot\", [{|GG6022:option|}]);")]
    [InlineData("Console.WriteLine(Option); return new ProcessStartInfo(\"copilot\", {|GG6022:Option|} + \" -p\");", "private const string Option = \"--allow-all-tools\";")]
    [InlineData("Func<Process?> start = () => Process.Start(\"copilot\", [{|GG6022:\"--allow-all-tools\"|}]); return start();")]
    public Task Options_by_which_an_agent_asks_nobody(string body, string members = "") => Verify.ReportsAsync(Program(body, members));

    [Theory]
    [InlineData("return Process.Start(\"claude\", [\"-p\", \"Fix the tests.\", \"--permission-mode\", \"plan\"]);")]
    [InlineData("return args.Contains(\"--yolo\");")]
    [InlineData("foreach (var arg in args) { switch (arg) { case \"--yolo\": return 1; } } return 0;")]
    [InlineData("return task == \"--dangerously-skip-permissions\";")]
    [InlineData("Console.WriteLine(\"--yolo  asks nobody\"); return null;")]
    [InlineData("return args.Any(arg => Forbidden.Contains(arg));", "private static readonly string[] Forbidden = [\"--yolo\", \"--dangerously-skip-permissions\"];")]
    [InlineData("Console.WriteLine(Option); return args.Contains(Option);", "private const string Option = \"--yolo\";")]
    [InlineData("return args.Any(arg => Forbidden.Contains(arg));", "private const string Option = \"--yolo\"; private static readonly string[] Forbidden = [Option];")]
    [InlineData("return args.Contains(Options.Yolo);", "private static class Options { public const string Yolo = \"--yolo\"; }")]
    [InlineData("const string option = \"--yolo\"; Console.WriteLine(option); return args.Contains(option);")]
    [InlineData("return new ProcessStartInfo(\"make\", \"--full-auto\");")]
    [InlineData("return \"Never use --yolo: it asks nobody.\";")]
    public Task Other_options(string body, string members = "") => Verify.SilentAsync(Program(body, members));

    [Theory]
    [InlineData("return new StringContent({|GG6022:\"{ \\\"type\\\": \\\"mcp\\\", \\\"require_approval\\\": \\\"never\\\" }\"|});")]
    [InlineData("return new JsonObject { [\"type\"] = \"mcp\", [\"require_approval\"] = {|GG6022:\"never\"|} };")]
    [InlineData("return new { type = \"mcp\", require_approval = {|GG6022:\"never\"|} };")]
    [InlineData("var tool = new Dictionary<string, object>(); tool.Add(\"require_approval\", {|GG6022:\"never\"|}); return tool;")]
    [InlineData("return new StringContent({|GG6022:Body|});", "private const string Body = \"{ \\\"require_approval\\\": \\\"never\\\" }\";")]
    public Task Requests_by_which_nobody_is_asked(string body, string members = "") => Verify.ReportsAsync(Program(body, members));

    [Theory]
    [InlineData("return new JsonObject { [\"type\"] = \"mcp\", [\"require_approval\"] = \"always\" };")]
    [InlineData("return task.Contains(\"\\\"require_approval\\\": \\\"never\\\"\");")]
    [InlineData("return new { frequency = \"never\", require_approval = \"always\" };")]
    public Task Other_requests(string body) => Verify.SilentAsync(Program(body));

    /// <summary>While they are typed, constants may hold each other; following them ends all the same.</summary>
    [Fact]
    public async Task Constants_in_a_circle_come_to_an_end()
    {
        var program = new TestProgram("""
            using Microsoft.Extensions.AI;
            public static class Agent
            {
                private const string First = Second + " --yolo";
                private const string Second = First;

                public static Process? Run(IChatClient client, string task) => Process.Start("gemini", [First, task]);
            }
            """);
        await AnalysisRun.FullAsync(program);
        Assert.Contains(program.Compile().GetDiagnostics(), diagnostic => diagnostic.Id == "CS0110");
    }

    [Fact]
    public Task Local_constants_in_a_circle_come_to_an_end() => AnalysisRun.FullAsync(new TestProgram("""
        using Microsoft.Extensions.AI;
        public static class Agent
        {
            public static Process? Run(IChatClient client, string task)
            {
                const string first = second + " --yolo";
                const string second = first;
                return Process.Start("gemini", [first, second, task]);
            }
        }
        """));
}
