using Microsoft.CodeAnalysis.CSharp;
using Fix = GoalGuard.Testing.VerifyFix<GoalGuard.CodeFixes.ToolUse.GG6001ArgumentListFix>;

namespace GoalGuard.Analyzers.Tests.ToolUse;

public partial class GG6001ArgumentListFixTests
{
    [Fact]
    public Task A_start_call_takes_a_list() => Changes(
        """Process.Start("git", {|GG6001:$"log --author {x} -n 5"|});""",
        """Process.Start("git", ["log", "--author", x, "-n", "5"]);""");

    [Fact]
    public Task Before_collection_expressions_it_takes_an_array() => Changes(
        """Process.Start("git", {|GG6001:$"log {x}"|});""",
        """Process.Start("git", new[] { "log", x });""",
        LanguageVersion.CSharp11);

    [Fact]
    public Task Named_arguments_keep_their_names() => Changes(
        """Process.Start(arguments: {|GG6001:"log " + x|}, fileName: "git");""",
        """Process.Start(arguments: ["log", x], fileName: "git");""");

    [Theory]
    [InlineData("""$"log --author={x} --all" """, """["log", $"--author={x}", "--all"]""")]
    [InlineData("""$"commit -m \"{x}\" --quiet" """, """["commit", "-m", x, "--quiet"]""")]
    [InlineData("""$"commit \"-m {x}\"" """, """["commit", $"-m {x}"]""")]
    [InlineData("""$"\"{x}\"" """, """[x]""")]
    [InlineData("""$@"log ""{x}"" C:\temp" """, """["log", x, "C:\\temp"]""")]
    [InlineData("""$"log {{0}} --format={{{x}}}" """, """["log", "{0}", $"--format={{{x}}}"]""")]
    [InlineData("""$"log -n {count,3:D2} {x}" """, """["log", "-n", $"{count,3:D2}", x]""")]
    [InlineData("""$"log  \"\"  {x} " """, """["log", "", x]""")]
    [InlineData(""" "log -n " + count + " " + x """, """["log", "-n", $"{count}", x]""")]
    [InlineData(""" "log " + ("--author=" + x) + " --all" """, """["log", $"--author={x}", "--all"]""")]
    [InlineData(""""$"""log "{x}" """ """", """["log", x]""")]
    [InlineData("""$"{Command} --{Quiet} {x}" """, """["log", "-p", $"--{Quiet}", x]""")]
    [InlineData("""$"log -n{(count > 3 ? count : 3)} {x}" """, """["log", $"-n{(count > 3 ? count : 3)}", x]""")]
    public Task The_text_shows_where_arguments_end(string text, string list) => Changes(
        $$"""Process.Start("git", {|GG6001:{{text.Trim()}}|});""",
        $$"""Process.Start("git", {{list}});""");

    [Fact]
    public Task A_new_start_info_gets_an_initializer() => Changes(
        """var info = new ProcessStartInfo("git", {|GG6001:$"log {x}"|}); // newest first""",
        """var info = new ProcessStartInfo("git") { ArgumentList = { "log", x } }; // newest first""");

    [Fact]
    public Task A_target_typed_start_info_on_the_spot() => Changes(
        """Process.Start(new ProcessStartInfo("git", {|GG6001:$"log {x}"|}) { UseShellExecute = false });""",
        """Process.Start(new ProcessStartInfo("git") { UseShellExecute = false, ArgumentList = { "log", x } });""");

    [Fact]
    public Task A_new_start_info_with_members_on_lines() => Changes(
        """
        ProcessStartInfo info = new("git", {|GG6001:$"log {x}"|})
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true, // read below
                };
        """,
        """
        ProcessStartInfo info = new("git")
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true, // read below
                    ArgumentList = { "log", x },
                };
        """);

    [Fact]
    public Task A_new_start_info_with_members_on_lines_and_no_last_comma() => Changes(
        """
        ProcessStartInfo info = new("git", {|GG6001:$"log {x}"|})
                {
                    // Two of them.
                    UseShellExecute = false,
                    RedirectStandardOutput = true // read below
                };
        """,
        """
        ProcessStartInfo info = new("git")
                {
                    // Two of them.
                    UseShellExecute = false,
                    RedirectStandardOutput = true, // read below
                    ArgumentList = { "log", x }
                };
        """);

    [Fact]
    public Task A_member_of_an_initializer() => Changes(
        """
        var info = new ProcessStartInfo
                {
                    FileName = "git",
                    // Only theirs.
                    Arguments = {|GG6001:$"log --author={x}"|}, // as asked
                    UseShellExecute = true,
                };
        """,
        """
        var info = new ProcessStartInfo
                {
                    FileName = "git",
                    // Only theirs.
                    ArgumentList = { "log", $"--author={x}" }, // as asked
                    UseShellExecute = true,
                };
        """);

    [Fact]
    public Task A_member_beside_a_list_joins_it() => Changes(
        """
        var info = new ProcessStartInfo("git")
                {
                    ArgumentList = { "--no-pager" },
                    Arguments = {|GG6001:$"log {x}"|}
                };
        """,
        """
        var info = new ProcessStartInfo("git")
                {
                    ArgumentList = { "--no-pager", "log", x }
                };
        """);

    [Fact]
    public Task A_nested_initializer() => Changes(
        """var process = new Process { StartInfo = { FileName = "git", Arguments = {|GG6001:$"log {x}"|} } };""",
        """var process = new Process { StartInfo = { FileName = "git", ArgumentList = { "log", x } } };""");

    [Fact]
    public Task An_assignment_becomes_a_line_for_each_argument() => Changes(
        """
        var info = new ProcessStartInfo("git");
                // Only theirs.
                info.Arguments = {|GG6001:$"log --author {x}"|}; // as asked
                Process.Start(info);
        """,
        """
        var info = new ProcessStartInfo("git");
                // Only theirs.
                info.ArgumentList.Add("log");
                info.ArgumentList.Add("--author");
                info.ArgumentList.Add(x); // as asked
                Process.Start(info);
        """);

    [Fact]
    public Task The_start_info_of_a_process() => Changes(
        """
        using var process = new Process();
                process.StartInfo.FileName = "git";
                process.StartInfo.Arguments = {|GG6001:$"log {x}"|};
                process.Start();
        """,
        """
        using var process = new Process();
                process.StartInfo.FileName = "git";
                process.StartInfo.ArgumentList.Add("log");
                process.StartInfo.ArgumentList.Add(x);
                process.Start();
        """);

    [Fact]
    public Task Under_an_if_it_becomes_a_block() => Changes(
        """
        var info = new ProcessStartInfo("git");
                if (count > 3)
                    info.Arguments = {|GG6001:$"log {x}"|};
                Process.Start(info);
        """,
        """
        var info = new ProcessStartInfo("git");
                if (count > 3)
                {
                    info.ArgumentList.Add("log");
                    info.ArgumentList.Add(x);
                }
                Process.Start(info);
        """);

    [Fact]
    public Task Under_an_if_on_one_line_the_block_is_on_that_line() => Changes(
        """
        var info = new ProcessStartInfo("git");
                if (count > 3) info.Arguments = {|GG6001:$"log {x}"|}; // as asked
        """,
        """
        var info = new ProcessStartInfo("git");
                if (count > 3) { info.ArgumentList.Add("log"); info.ArgumentList.Add(x); } // as asked
        """);

    [Fact]
    public Task One_argument_is_one_line_in_a_switch_too() => Changes(
        """
        var info = new ProcessStartInfo("git");
                switch (count)
                {
                    case 3:
                        info.Arguments = {|GG6001:$"--author={x}"|};
                        break;
                }
        """,
        """
        var info = new ProcessStartInfo("git");
                switch (count)
                {
                    case 3:
                        info.ArgumentList.Add($"--author={x}");
                        break;
                }
        """);

    [Fact]
    public Task In_a_lambda() => Changes(
        """Action act = () => Process.Start("git", {|GG6001:$"log {x}"|}); act();""",
        """Action act = () => Process.Start("git", ["log", x]); act();""");

    [Fact]
    public Task In_top_level_statements() => Fix.ChangesAsync(
        """
        using Microsoft.Extensions.AI;

        IChatClient client = null!;
        var x = (await client.GetResponseAsync("what next?")).Text;
        var info = new ProcessStartInfo { FileName = "git" };
        info.Arguments = {|GG6001:$"log {x}"|};
        Process.Start(info);
        """,
        """
        using Microsoft.Extensions.AI;

        IChatClient client = null!;
        var x = (await client.GetResponseAsync("what next?")).Text;
        var info = new ProcessStartInfo { FileName = "git" };
        info.ArgumentList.Add("log");
        info.ArgumentList.Add(x);
        Process.Start(info);
        """);

    [Fact]
    public Task A_value_that_may_be_null_stays_a_text() => Fix.ChangesAsync(
        """
        #nullable disable
        using Microsoft.Extensions.AI;
        class Agent
        {
            async Task Run(IChatClient client)
            {
                var x = (await client.GetResponseAsync("what next?")).Text;
                Process.Start("git", {|GG6001:$"log {x}"|});
            }
        }
        """,
        """
        #nullable disable
        using Microsoft.Extensions.AI;
        class Agent
        {
            async Task Run(IChatClient client)
            {
                var x = (await client.GetResponseAsync("what next?")).Text;
                Process.Start("git", ["log", $"{x}"]);
            }
        }
        """);

    [Fact]
    public Task The_line_breaks_of_the_file_are_kept() => Fix.ChangesAsync(
        Member("""
        var info = new ProcessStartInfo("git");
                info.Arguments = {|GG6001:$"log {x}"|};
        """).ReplaceLineEndings("\r\n"),
        Member("""
        var info = new ProcessStartInfo("git");
                info.ArgumentList.Add("log");
                info.ArgumentList.Add(x);
        """).ReplaceLineEndings("\r\n"));

    [Fact]
    public Task All_of_a_document_and_of_a_solution() => Fix.ChangesAsync(
        new[]
        {
            Member("""
            Process.Start("git", {|GG6001:$"log {x}"|}); Process.Start("git", {|GG6001:$"show {x}"|});
                    var info = new ProcessStartInfo("git", {|GG6001:$"blame {x}"|});
                    var other = new ProcessStartInfo("git");
                    other.Arguments = {|GG6001:$"diff {x}"|};
                    Process.Start("bash", {|GG6001:$"-c {x}"|});
            """),
            Member("""Process.Start("git", {|GG6001:$"log {x}"|});""", "Second"),
        },
        new[]
        {
            Member("""
            Process.Start("git", ["log", x]); Process.Start("git", ["show", x]);
                    var info = new ProcessStartInfo("git") { ArgumentList = { "blame", x } };
                    var other = new ProcessStartInfo("git");
                    other.ArgumentList.Add("diff");
                    other.ArgumentList.Add(x);
                    Process.Start("bash", {|GG6001:$"-c {x}"|});
            """),
            Member("""Process.Start("git", ["log", x]);""", "Second"),
        });

    private static Task Changes(string before, string after, LanguageVersion language = LanguageVersion.Preview) =>
        Fix.ChangesAsync(Member(before), Member(after), language);

    private static Task NotOffered(string statements) => Fix.NotOfferedAsync(Member(statements));

    private static string Member(string statements, string type = "Agent") => $$"""
        using Microsoft.Extensions.AI;

        class {{type}}
        {
            const string Command = "log -p";
            const string Quiet = "quiet";
            ProcessStartInfo kept = new ProcessStartInfo();

            async Task Run(IChatClient client, string program, string moreArgs, int count)
            {
                var response = await client.GetResponseAsync("what next?");
                var x = response.Text;
                {{statements}}
            }
        }
        """;
}
