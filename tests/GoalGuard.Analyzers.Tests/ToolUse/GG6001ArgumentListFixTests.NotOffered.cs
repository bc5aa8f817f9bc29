using Fix = GoalGuard.Testing.VerifyFix<GoalGuard.CodeFixes.ToolUse.GG6001ArgumentListFix>;

namespace GoalGuard.Analyzers.Tests.ToolUse;

public partial class GG6001ArgumentListFixTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("""$"{x}" """)]
    [InlineData("""$"{x}{count}" """)]
    [InlineData("""string.Format("log {0}", x)""")]
    [InlineData("""$"log {x}\"" """)]
    [InlineData("""$"log \\\"{x}\\\"" """)]
    [InlineData("""$"log \"a\"\"b\" {x}" """)]
    [InlineData("""$"log\n{x}" """)]
    [InlineData("""$"log {(count > 3 ? "--all" : "")} {x}" """)]
    [InlineData("""$"log {string.Join(" ", x.Split(','))}" """)]
    [InlineData("""$"log {moreArgs} {x}" """)]
    public Task Not_offered_where_an_argument_may_be_several(string text) =>
        NotOffered($$"""Process.Start("git", {|GG6001:{{text.Trim()}}|});""");

    [Theory]
    [InlineData("bash", """$"-c \"{x}\"" """)]
    [InlineData("/bin/sh", """$"run.sh {x}" """)]
    [InlineData("cmd.exe", """$"/c dir {x}" """)]
    [InlineData("python3", """$"run.py {x}" """)]
    [InlineData("build.cmd", """$"all {x}" """)]
    public Task Not_offered_for_shells_interpreters_and_batch_files(string program, string text) =>
        NotOffered($$"""Process.Start("{{program}}", {|GG6001:{{text.Trim()}}|});""");

    [Fact]
    public Task Not_offered_for_a_program_that_is_not_constant() => NotOffered("""Process.Start(program, {|GG6001:$"log {x}"|});""");

    [Fact]
    public Task Not_offered_where_start_infos_have_no_list() => Fix.NotOfferedAsync(
        "#pragma warning disable CS0436\n"
        + Member("""var info = new ProcessStartInfo { FileName = "git", Arguments = {|GG6001:$"log {x}"|} };""")
        + """

        namespace System.Diagnostics
        {
            public sealed class ProcessStartInfo
            {
                public string FileName { get; set; } = "";
                public string Arguments { get; set; } = "";
            }
        }
        """);

    [Theory]
    [InlineData("""var info = new ProcessStartInfo("bash"); info.Arguments = {|GG6001:$"run.sh {x}"|};""")]
    [InlineData("""var info = new ProcessStartInfo("git"); info.FileName = program; info.Arguments = {|GG6001:$"log {x}"|};""")]
    [InlineData("""var info = new ProcessStartInfo("git", {|GG6001:$"log {x}"|}); info.Arguments += {|GG6001:" --all"|};""")]
    [InlineData("""var info = new ProcessStartInfo("git") { Arguments = "log" }; info.Arguments = {|GG6001:$"log {x}"|};""")]
    [InlineData("""var info = new ProcessStartInfo("git"); for (var i = 0; i < 3; i++) { info.Arguments = {|GG6001:$"log {x}"|}; Process.Start(info); }""")]
    [InlineData("""var info = new ProcessStartInfo("git") { Arguments = "log" }; info.Arguments += {|GG6001:$" {x} --all"|};""")]
    [InlineData("""kept = new ProcessStartInfo("git", {|GG6001:$"log {x}"|});""")]
    [InlineData("""kept.FileName = "git"; kept.Arguments = {|GG6001:$"log {x}"|};""")]
    public Task Not_offered_where_the_start_info_has_more_to_it(string statements) => NotOffered(statements);

    [Theory]
    [InlineData("""Process.Start("git", {|GG6001:$"log {} {x}"|});""")]
    [InlineData("""Process.Start($"log {x}", );""")]
    [InlineData("""var info = new ProcessStartInfo(, ) { Arguments = {|GG6001:$"log {x}"|}, """)]
    [InlineData("""unknown.Arguments = $"log {x}";""")]
    public Task Broken_code_does_not_throw(string statements) => Fix.NotOfferedAsync(Member(statements), mayHaveErrors: true);
}
