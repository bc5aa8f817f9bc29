namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Programs that took a precaution build clean. The near-misses are in <see cref="GG6001NearMissTests"/>.</summary>
public class GG6001PrecautionTests
{
    /// <summary>A tool that runs a program which the model names, with a check between.</summary>
    private static string Tool(string check, string members = "") => $$"""
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Text.RegularExpressions;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public partial class Tools
        {
            {{members}}

            [McpServerTool]
            public string Run(string program)
            {
                {{check}}
                using var process = Process.Start(program);
                return "started";
            }
        }
        """;

    [Theory]
    [InlineData("private static readonly HashSet<string> Allowed = new() { \"git\", \"dotnet\" };", "if (!Allowed.Contains(program)) return \"no\";")]
    [InlineData("private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal) { \"git\", \"dotnet\" };", "if (!Allowed.Contains(program)) throw new ArgumentException(program);")]
    [InlineData("private static readonly string[] Allowed = { \"git\", \"dotnet\" };", "if (!Allowed.Contains(program)) return \"no\";")]
    [InlineData("private static readonly string[] Allowed = [\"git\", \"dotnet\"];", "if (Array.IndexOf(Allowed, program) < 0) return \"no\";")]
    [InlineData("private static readonly ImmutableArray<string> Allowed = [\"git\", \"dotnet\"];", "if (!Allowed.Contains(program)) return \"no\";")]
    [InlineData("private static readonly FrozenSet<string> Allowed = new[] { \"git\", \"dotnet\" }.ToFrozenSet();", "if (!Allowed.Contains(program)) return \"no\";")]
    [InlineData("private static readonly ImmutableHashSet<string> Allowed = ImmutableHashSet.Create(\"git\", \"dotnet\");", "if (!Allowed.Contains(program)) return \"no\";")]
    [InlineData("private static readonly IReadOnlySet<string> Allowed = new HashSet<string> { \"git\", \"dotnet\" };", "if (!Allowed.Contains(program)) return \"no\";")]
    [InlineData("private static readonly string[] Allowed = { \"git\", \"dotnet\" };", "if (!Allowed.Any(allowed => allowed == program)) return \"no\";")]
    [InlineData("private static readonly string[] Allowed = { \"git\", \"dotnet\" };", "if (!Array.Exists(Allowed, allowed => string.Equals(allowed, program, StringComparison.Ordinal))) return \"no\";")]
    [InlineData("private static readonly string[] Allowed = { \"git\", \"dotnet\" };", "if (Allowed.All(allowed => allowed != program)) return \"no\";")]
    [InlineData("private static readonly List<string> Allowed = [\"git\", \"dotnet\"];", "var at = Allowed.IndexOf(program); if (at == -1) return \"no\";")]
    [InlineData("private static readonly HashSet<string> Allowed = [\"git\", \"dotnet\"];", "program = new[] { program }.Where(Allowed.Contains).First();")]
    public Task A_readonly_list_of_programs(string members, string check) => Verify.SilentAsync(Tool(check, members));

    [Theory]
    [InlineData("if (program is not (\"git\" or \"dotnet\")) return \"no\";")]
    [InlineData("if (program != \"git\" && program != \"dotnet\") return \"no\";")]
    [InlineData("if (!(program == \"git\" || program.Equals(\"dotnet\", StringComparison.OrdinalIgnoreCase))) return \"no\";")]
    [InlineData("switch (program) { case \"git\": case \"dotnet\": break; default: return \"no\"; }")]
    [InlineData("program = program switch { \"version control\" => \"git\", \"build\" => \"dotnet\", _ => throw new ArgumentException(program) };")]
    [InlineData("program = program switch { \"git\" or \"dotnet\" => program, _ => \"dotnet\" };")]
    [InlineData("string chosen; if (program == \"git\") chosen = program; else chosen = \"dotnet\"; program = chosen;")]
    [InlineData("if (program is not (\"git\" or \"dotnet\") == true) return \"no\";")]
    [InlineData("if (program is { Length: 3 } and \"git\") { } else return \"no\";")]
    [InlineData("if (!Regex.IsMatch(program, \"^(git|dotnet)$\")) return \"no\";")]
    [InlineData("if (!Regex.IsMatch(program, @\"\\A[a-z]{1,12}\\z\")) return \"no\";")]
    [InlineData("if (program.Trim() is var name && name != \"git\") return \"no\"; program = name;")]
    public Task A_comparison_with_constants(string check) => Verify.SilentAsync(Tool(check));

    [Fact]
    public Task A_dictionary_from_names_to_programs() => Verify.SilentAsync(Tool(
        "if (!Programs.TryGetValue(program, out var path)) return \"no\"; program = path;",
        "private static readonly Dictionary<string, string> Programs = new() { [\"vcs\"] = \"/usr/bin/git\", [\"build\"] = \"/usr/bin/dotnet\" };"));

    [Fact]
    public Task A_generated_anchored_regex() => Verify.SilentAsync(Tool(
        "if (!Name().IsMatch(program)) return \"no\";",
        "[GeneratedRegex(\"^[a-z]+$\")] private static partial Regex Name(); private static partial Regex Name() => new(\"^[a-z]+$\");"));

    [Fact]
    public Task An_enum_parsed_and_defined() => Verify.SilentAsync(Tool(
        "if (!Enum.TryParse<Program>(program, ignoreCase: true, out var known) || !Enum.IsDefined(known)) return \"no\"; program = known.ToString();",
        "private enum Program { Git, Dotnet }"));

    [Fact]
    public Task An_enum_parameter() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public enum Job { Build, Test, Clean }

        public class BuildPlugin
        {
            [KernelFunction]
            public void Run(Job job, int retries, Guid run, bool verbose, DateOnly day) =>
                Process.Start("dotnet", $"{job} --retries {retries} --id {run:N} --verbose {verbose} --day {day:O}");
        }
        """);

    [Fact]
    public Task A_number_parsed_from_the_answer() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var response = await client.GetResponseAsync("How many workers? Answer with a number.");
                if (int.TryParse(response.Text, out var workers))
                {
                    Process.Start("bash", $"-c \"make -j {Math.Clamp(workers, 1, 16)}\"");
                }
            }
        }
        """);

    [Fact]
    public Task A_validator_that_throws() => Verify.SilentAsync(Tool(
        "EnsureAllowed(program);",
        """
        private static readonly HashSet<string> Allowed = new() { "git", "dotnet" };

        private static void EnsureAllowed(string name)
        {
            if (!Allowed.Contains(name))
            {
                throw new InvalidOperationException($"{name} is not allowed.");
            }
        }
        """));

    [Fact]
    public Task A_validator_that_returns_a_boolean() => Verify.SilentAsync(Tool(
        "if (!Fits(program)) { return \"no\"; }",
        "private static bool Fits(string name) => name is \"git\" or \"dotnet\";"));

    [Fact]
    public Task A_validator_that_returns_the_value() => Verify.SilentAsync(Tool(
        "program = Checked(program);",
        """
        private static string Checked(string name)
        {
            if (name is "git" or "dotnet")
            {
                return name;
            }

            throw new ArgumentOutOfRangeException(nameof(name));
        }
        """));

    [Fact]
    public Task A_validator_in_an_injected_policy() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public interface ICommandPolicy
        {
            bool Permits(string program);
        }

        public sealed class FixedPolicy : ICommandPolicy
        {
            private readonly IReadOnlySet<string> _programs = new HashSet<string> { "git", "dotnet" };

            public bool Permits(string program) => _programs.Contains(program);
        }

        public sealed class ShellPlugin(ICommandPolicy policy)
        {
            [KernelFunction]
            public string Run(string program)
            {
                if (!policy.Permits(program))
                {
                    return "Not permitted.";
                }

                Process.Start(program);
                return "Started.";
            }
        }
        """);

    [Fact]
    public Task An_argument_list_of_a_constant_program() => Verify.SilentAsync("""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class GitTools
        {
            [McpServerTool]
            public static async Task<string> Log(string branch, string[] paths)
            {
                var start = new ProcessStartInfo("git") { RedirectStandardOutput = true };
                start.ArgumentList.Add("log");
                start.ArgumentList.Add("--oneline");
                start.ArgumentList.Add(branch);
                foreach (var path in paths)
                {
                    start.ArgumentList.Add(path);
                }

                using var process = Process.Start(start)!;
                return await process.StandardOutput.ReadToEndAsync();
            }
        }
        """);

    [Theory]
    [InlineData("Process.Start(\"git\", new[] { \"checkout\", branch });")]
    [InlineData("Process.Start(\"git\", [\"checkout\", branch]);")]
    [InlineData("Process.Start(new ProcessStartInfo(\"/usr/bin/git\", [\"checkout\", branch]));")]
    [InlineData("Process.Start(new ProcessStartInfo { FileName = \"git\", ArgumentList = { \"checkout\", branch } });")]
    [InlineData("var start = new ProcessStartInfo(); start.ArgumentList.Add(branch); start.FileName = \"git\"; Process.Start(start);")]
    [InlineData("Process.Start(\"python3\", [\"/opt/tools/report.py\", \"--branch\", branch]);")]
    [InlineData("Process.Start(\"claude\", [\"-p\", branch]);")]
    public Task An_argument_list_in_any_form(string start) => Verify.SilentAsync($$"""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class GitTools
        {
            [McpServerTool]
            public static void Checkout(string branch)
            {
                {{start}}
            }
        }
        """);

    [Theory]
    [InlineData("if (Console.ReadLine() != \"y\") return \"no\";")]
    [InlineData("if (!string.Equals(Console.ReadLine(), \"yes\", StringComparison.OrdinalIgnoreCase)) return \"no\";")]
    [InlineData("var key = Console.ReadKey(true); if (key.Key != ConsoleKey.Y) return \"no\";")]
    [InlineData("if (Console.ReadKey().KeyChar != 'y') return \"no\";")]
    [InlineData("var answer = Console.ReadLine() ?? \"\"; if (!answer.StartsWith(\"y\", StringComparison.OrdinalIgnoreCase)) return \"no\";")]
    public Task A_person_answers_at_the_console_in_many_ways(string check) => Verify.SilentAsync(Tool(check));
}
