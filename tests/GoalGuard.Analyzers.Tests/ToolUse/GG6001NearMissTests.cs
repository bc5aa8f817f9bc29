namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>What looks like a precaution and is none.</summary>
public class GG6001NearMissTests
{
    private static string Tool(string body, string members = "") => $$"""
        using System.Text.RegularExpressions;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public class Tools
        {
            {{members}}

            [McpServerTool]
            public string Run(string program)
            {
                {{body}}
                return "started";
            }
        }
        """;

    [Theory]
    [InlineData("if (program.Contains(\"rm \") || program.Contains(\"sudo\")) return \"no\";")]
    [InlineData("if (new[] { \"rm\", \"mkfs\" }.Contains(program)) return \"no\";")]
    [InlineData("if (program is \"rm\" or \"mkfs\") return \"no\";")]
    [InlineData("foreach (var bad in new[] { \"rm\", \"sudo\" }) if (program.StartsWith(bad)) return \"no\";")]
    [InlineData("if (Regex.IsMatch(program, \"rm|sudo\")) return \"no\";")]
    public Task A_list_of_forbidden_words(string check) => Verify.ReportsAsync(Tool(check + " Process.Start({|GG6001:program|});"));

    [Theory]
    [InlineData("if (!program.StartsWith(\"git\")) return \"no\";")]
    [InlineData("if (!program.EndsWith(\".exe\")) return \"no\";")]
    [InlineData("if (!\"git dotnet npm\".Contains(program)) return \"no\";")]
    [InlineData("if (string.IsNullOrWhiteSpace(program) || program.Length > 200) return \"no\";")]
    [InlineData("if (!Regex.IsMatch(program, \"git|dotnet\")) return \"no\";")]
    [InlineData("if (!Regex.IsMatch(program, \"^git .*$\")) return \"no\";")]
    [InlineData("if (!Regex.IsMatch(program, \"^git|dotnet$\")) return \"no\";")]
    [InlineData("if (!File.Exists(program)) return \"no\";")]
    public Task A_check_that_leaves_the_text_open(string check) => Verify.ReportsAsync(Tool(check + " Process.Start({|GG6001:program|});"));

    [Fact]
    public Task Another_value_than_the_used_one_is_tested() => Verify.ReportsAsync(Tool(
        "if (Path.GetFileNameWithoutExtension(program) is not (\"git\" or \"dotnet\")) return \"no\"; Process.Start({|GG6001:program|});"));

    [Fact]
    public Task The_value_is_changed_after_the_test() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var program = (await client.GetResponseAsync("git or dotnet?")).Text;
                if (program is "git" or "dotnet")
                {
                    program = (await client.GetResponseAsync("Which program really?")).Text;
                    Process.Start({|GG6001:program|});
                }
            }
        }
        """);

    [Fact]
    public Task The_test_refuses_nothing() => Verify.ReportsAsync(Tool(
        "if (!Allowed.Contains(program)) Console.WriteLine(\"suspicious\"); Process.Start({|GG6001:program|});",
        "private static readonly HashSet<string> Allowed = new() { \"git\" };"));

    [Fact]
    public Task The_test_stands_on_one_of_two_ways() => Verify.ReportsAsync(Tool(
        "if (Strict) { if (program != \"git\") return \"no\"; } Process.Start({|GG6001:program|});", "public bool Strict { get; set; }"));

    [Fact]
    public Task Quotation_marks_are_escaped() => Verify.ReportsAsync(Tool(
        "var escaped = program.Replace(\"\\\"\", \"\\\\\\\"\"); Process.Start(\"bash\", {|GG6001:$\"-c \\\"{escaped}\\\"\"|});"));

    [Theory]
    [InlineData("Process.Start(\"bash\", {|GG6001:[\"-c\", program]|});")]
    [InlineData("Process.Start(\"/bin/sh\", {|GG6001:new[] { \"-c\", program }|});")]
    [InlineData("var start = new ProcessStartInfo(\"bash\"); start.ArgumentList.Add(\"-c\"); start.ArgumentList.Add({|GG6001:program|}); Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"cmd.exe\") { ArgumentList = { \"/c\", {|GG6001:program|} } }; Process.Start(start);")]
    [InlineData("var start = new ProcessStartInfo(\"pwsh\"); start.ArgumentList.Add(\"-Command\"); start.ArgumentList.Add({|GG6001:program|}); Process.Start(start);")]
    [InlineData("Process.Start(\"python3\", {|GG6001:[\"-c\", program]|});")]
    [InlineData("Process.Start(\"node\", {|GG6001:[\"--eval\", program]|});")]
    [InlineData("Process.Start(\"python3\", {|GG6001:[program]|});")]
    [InlineData("Process.Start(\"sudo\", {|GG6001:[program]|});")]
    public Task The_argument_of_an_argument_list_is_itself_a_program(string start) => Verify.ReportsAsync(Tool(start));

    [Fact]
    public Task The_shell_is_named_after_the_list_is_filled() => Verify.ReportsAsync(Tool(
        """
        var start = new ProcessStartInfo();
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add({|GG6001:program|});
        start.FileName = OperatingSystem.IsWindows() ? "powershell" : "/bin/bash";
        Process.Start(start);
        """));

    [Fact]
    public Task The_model_fills_the_allow_list() => Verify.ReportsAsync("""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public class Tools
        {
            private readonly HashSet<string> _allowed = new() { "git" };

            [McpServerTool]
            public void Allow(string program) => _allowed.Add(program);

            [McpServerTool]
            public void Run(string program)
            {
                if (_allowed.Contains(program))
                {
                    Process.Start({|GG6001:program|});
                }
            }
        }
        """);

    [Theory]
    [InlineData("Seen[path] = DateTime.UtcNow")]
    [InlineData("Seen.TryAdd(path, DateTime.UtcNow)")]
    [InlineData("Seen.AddOrUpdate(path, DateTime.UtcNow, (_, _) => DateTime.UtcNow)")]
    public Task The_model_fills_the_allow_list_through_a_helper(string mark) => Verify.ReportsAsync($$"""
        using System.Collections.Concurrent;
        using ModelContextProtocol.Server;
        public static class ReadLog
        {
            private static readonly ConcurrentDictionary<string, DateTime> Seen = new(StringComparer.OrdinalIgnoreCase);

            public static bool HasRead(string path) => Seen.ContainsKey(path);

            public static void MarkRead(string path) => {{mark}};
        }

        [McpServerToolType]
        public static class ReadTools
        {
            [McpServerTool]
            public static string Read(string path)
            {
                ReadLog.MarkRead(path);
                return File.ReadAllText({|GG6009:path|});
            }
        }

        [McpServerToolType]
        public static class RunTools
        {
            [McpServerTool]
            public static void Run(string path)
            {
                if (ReadLog.HasRead(path))
                {
                    Process.Start({|GG6001:path|});
                }
            }
        }
        """);

    [Fact]
    public Task One_of_two_uses_of_a_tool_goes_around_the_wrapper() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        static class Tools
        {
            public static IList<AITool> All()
            {
                AIFunction run = AIFunctionFactory.Create((string command) => Process.Start("bash", {|GG6001:"-c " + command|})!.Id, "run");
                return [new ApprovalRequiredAIFunction(run), run];
            }
        }
        """);

    [Fact]
    public Task A_method_that_is_only_named_like_a_validator() => Verify.ReportsAsync(Tool(
        "if (!IsSafe(program)) return \"no\"; ValidateCommand(program); Process.Start({|GG6001:program|});",
        """
        private static bool IsSafe(string command) => command.Length < 100 && !command.Contains("format");

        private static void ValidateCommand(string command) => Console.WriteLine("checking " + command);
        """));

    [Fact]
    public Task A_model_is_asked_whether_it_is_safe() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var command = (await client.GetResponseAsync("Next command?")).Text;
                var verdict = await client.GetResponseAsync("Is this safe? " + command);
                if (verdict.Text.Trim() == "YES")
                {
                    Process.Start("bash", {|GG6001:"-c " + command|});
                }
            }
        }
        """);

    [Fact]
    public Task An_approval_that_is_not_awaited_for_its_answer() => Verify.ReportsAsync(Tool(
        "_ = Confirm(program); Process.Start({|GG6001:program|});",
        "private static bool Confirm(string what) { Console.WriteLine(what); return Console.ReadLine() == \"y\"; }"));

    [Fact]
    public Task An_approval_that_is_only_asked_whether_it_is_needed() => Verify.ReportsAsync("""
        using ModelContextProtocol.Server;
        public interface IPolicy
        {
            bool RequiresApproval(string command);
        }

        [McpServerToolType]
        public class Tools(IPolicy policy)
        {
            [McpServerTool]
            public void Run(string command)
            {
                if (policy.RequiresApproval(command))
                {
                    Process.Start("bash", {|GG6001:"-c " + command|});
                }
            }
        }
        """);

    [Fact]
    public Task A_person_presses_any_key() => Verify.ReportsAsync(Tool(
        "Console.WriteLine(\"Press any key\"); Console.ReadKey(); Process.Start({|GG6001:program|});"));

    [Fact]
    public Task A_refusal_is_turned_round() => Verify.ReportsAsync(Tool(
        "if (Console.ReadLine() == \"n\") { Process.Start({|GG6001:program|}); }"));

    [Fact]
    public Task Hints_of_an_mcp_tool_change_nothing() => Verify.ReportsAsync("""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class Tools
        {
            [McpServerTool(ReadOnly = false, Destructive = true)]
            public static void Run(string command) => Process.Start("bash", {|GG6001:"-c " + command|});
        }
        """);

    [Fact]
    public Task The_tool_is_wrapped_in_one_place_and_bare_in_another() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        static class Tools
        {
            public static IList<AITool> Careful { get; } = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(RunCommand))];

            public static IList<AITool> Quick { get; } = [AIFunctionFactory.Create(RunCommand)];

            private static void RunCommand(string command) => Process.Start("bash", {|GG6001:"-c " + command|});
        }
        """);
}
