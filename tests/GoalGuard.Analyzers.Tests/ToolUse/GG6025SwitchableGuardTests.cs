namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>What a model chose decides whether a guard in front of an effect is used.</summary>
public class GG6025SwitchableGuardTests
{
    private const string Inside = """private static bool Inside(string file) => Path.GetFullPath(file).StartsWith("/notes/");""";

    private const string Confirm = """private static bool Confirm(string text) { Console.WriteLine(text + "? (y/n)"); return Console.ReadLine() == "y"; }""";

    private static string Tool(string parameters, string body, string members = Inside) => $$"""
        using System.ComponentModel;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class Desk
        {
            private static readonly HttpClient Http = new();
            private static readonly string[] Programs = ["date", "uptime"];
            {{members}}

            [McpServerTool]
            public string Run({{parameters}})
            {
                {{body}}
                return "done";
            }
        }
        """;

    [Theory]
    [InlineData("string file, bool {|GG6025:skip|}", """if (!skip) { var full = Path.GetFullPath(file); if (!full.StartsWith("/notes/")) throw new ArgumentException(file); file = full; } File.Delete(file);""")]
    [InlineData("string file, bool {|GG6025:skip|}", """if (!skip && !Inside(file)) return "no"; File.Delete(Path.GetFullPath(file));""")]
    [InlineData("string file, bool {|GG6025:force|}", """if (!Inside(file)) { if (!force) return "outside"; } File.Delete(Path.GetFullPath(file));""")]
    [InlineData("string file, bool {|GG6025:force|}", """if (!(force || Inside(file))) return "no"; File.Delete(Path.GetFullPath(file));""")]
    [InlineData("string file, bool {|GG6025:force|}", """var may = force || Inside(file); if (!may) return "no"; File.Delete(Path.GetFullPath(file));""")]
    [InlineData("string file, bool {|GG6025:raw|}", """var name = raw ? file : Path.GetFileName(file); File.Delete(Path.Combine("notes", name));""")]
    [InlineData("string file, bool {|GG6025:raw|}", """var name = file; if (!raw) { name = Path.GetFileName(file); } File.Delete(Path.Combine("notes", name));""")]
    [InlineData("string file, bool? {|GG6025:skip|}", """if (skip != true && !Inside(file)) return "no"; File.Delete(Path.GetFullPath(file));""")]
    [InlineData("string file, DayOfWeek {|GG6025:mode|}", """if (mode != DayOfWeek.Sunday && !Inside(file)) return "no"; File.Delete(Path.GetFullPath(file));""")]
    [InlineData("string file, string {|GG6025:mode|}", """if (mode != "fast" && !Inside(file)) return "no"; File.Delete(Path.GetFullPath(file));""")]
    [InlineData("string program, bool {|GG6025:any|}", """if (!any && !Programs.Contains(program)) return "no"; Process.Start(program);""")]
    [InlineData("string page, bool {|GG6025:anywhere|}", """if (!anywhere && new Uri(page).Host != "example.org") return "no"; Http.DeleteAsync(page).Wait();""")]
    public Task A_check(string parameters, string body) => Verify.ReportsAsync(Tool(parameters, body));

    [Theory]
    [InlineData("string line, bool {|GG6025:quiet|}", """if (!quiet && !Confirm(line)) return "no"; Process.Start("bash", "-c " + line);""")]
    [InlineData("string line, bool {|GG6025:ask|}", """if (ask) { if (!Confirm(line)) return "no"; } Process.Start("bash", "-c " + line);""")]
    [InlineData("bool {|GG6025:quiet|}", """if (!quiet && !Confirm("all")) return "no"; Directory.Delete("notes", true);""")]
    public Task A_confirmation(string parameters, string body) => Verify.ReportsAsync(Tool(parameters, body, Confirm));

    [Theory]
    [InlineData("string file, bool skip", """if (!Inside(file)) return "no"; if (!skip) Console.WriteLine(file); File.Delete(Path.GetFullPath(file));""")]
    [InlineData("string file, bool overwrite", """if (!Inside(file)) return "no"; File.Copy("template.txt", Path.GetFullPath(file), overwrite);""")]
    [InlineData("string file, bool overwrite", """if (!Inside(file)) return "no"; var full = Path.GetFullPath(file); if (File.Exists(full) && !overwrite) return "exists"; File.WriteAllText(full, "");""")]
    [InlineData("string file, bool recursive", """if (!Inside(file)) return "no"; Directory.Delete(Path.GetFullPath(file), recursive);""")]
    [InlineData("string file, bool force", """if (!Inside(file)) return "no"; var full = Path.GetFullPath(file); if (force && File.Exists(full)) File.SetAttributes(full, FileAttributes.Normal); File.Delete(full);""")]
    [InlineData("string file, bool recursive", """if (!Inside(file)) return "no"; var full = Path.GetFullPath(file); if (recursive) Directory.Delete(full, true); else Directory.Delete(full);""")]
    [InlineData("string file, bool overwrite", """if (!Inside(file)) return "no"; var full = Path.GetFullPath(file); using var to = new FileStream(full, overwrite ? FileMode.Create : FileMode.CreateNew); to.WriteByte(1);""")]
    [InlineData("string file, bool twice", """if (twice) { if (!Inside(file)) return "no"; } else if (!Inside(file)) { return "never"; } File.Delete(Path.GetFullPath(file));""")]
    public Task The_guard_always_stands_there(string parameters, string body) => Verify.SilentAsync(Tool(parameters, body));

    [Theory]
    [InlineData("string file", """if (!_isOff && !Inside(file)) return "no"; File.Delete({|GG6003:Path.GetFullPath(file)|});""")]
    [InlineData("string file", """if (Environment.TickCount > 7 && !Inside(file)) return "no"; File.Delete({|GG6003:Path.GetFullPath(file)|});""")]
    [InlineData("string file", """if (file.Contains("..") && !Inside(file)) return "no"; File.Delete({|GG6003:Path.GetFullPath(file)|});""")]
    [InlineData("string file, bool log", """if (log) Console.WriteLine(file); File.Delete({|GG6003:file|});""")]
    [InlineData("string file, bool log", """if (Inside(file)) { if (log) Console.WriteLine(file); } File.Delete({|GG6003:file|});""")]
    [InlineData("string file, bool force", """if (file.Contains("system") && !force) return "no"; File.Delete({|GG6003:file|});""")]
    public Task No_guard_or_another_decides(string parameters, string body) =>
        Verify.ReportsAsync(Tool(parameters, body, Inside + " private readonly bool _isOff = Environment.TickCount > 7;"));

    [Fact]
    public Task In_a_helper_that_acts() => Verify.ReportsAsync(Tool(
        "string file, bool {|GG6025:skip|}", "Remove(file, skip);",
        Inside + """ private static void Remove(string file, bool unchecked_) { if (!unchecked_ && !Inside(file)) throw new ArgumentException(file); File.Delete(Path.GetFullPath(file)); }"""));

    [Fact]
    public Task In_a_helper_that_checks() => Verify.ReportsAsync(Tool(
        "string file, bool {|GG6025:skip|}", "Check(file, skip); File.Delete(Path.GetFullPath(file));",
        Inside + """ private static void Check(string file, bool off) { if (off) return; if (!Inside(file)) throw new ArgumentException(file); }"""));

    [Fact]
    public Task In_a_helper_that_answers() => Verify.ReportsAsync(Tool(
        "string file, bool {|GG6025:skip|}", """if (!MayUse(file, skip)) return "no"; File.Delete(Path.GetFullPath(file));""",
        Inside + """ private static bool MayUse(string file, bool off) => off || Inside(file);"""));

    [Theory]
    [InlineData("""if (quiet || Confirm(line)) return true; return false;""")]
    [InlineData("""if (quiet) { return true; } return Confirm(line);""")]
    [InlineData("""return quiet || Confirm(line);""")]
    [InlineData("""var may = quiet || Confirm(line); return may;""")]
    public Task In_a_helper_that_asks(string helper) => Verify.ReportsAsync(Tool(
        "string line, bool {|GG6025:quiet|}", """if (!Leave(line, quiet)) return "no"; Process.Start("bash", "-c " + line);""",
        Confirm + $$""" private static bool Leave(string line, bool quiet) { {{helper}} }"""));

    [Fact]
    public Task In_a_helper_that_always_asks() => Verify.SilentAsync(Tool(
        "string line, bool quiet", """if (!Leave(line, quiet)) return "no"; Process.Start("bash", "-c " + line);""",
        Confirm + """ private static bool Leave(string line, bool quiet) { if (!quiet) Console.WriteLine(line); return Confirm(line); }"""));

    [Fact]
    public Task In_a_helper_that_rebuilds() => Verify.ReportsAsync(Tool(
        "string file, bool {|GG6025:raw|}", """File.Delete(Path.Combine("notes", Name(file, raw)));""",
        """private static string Name(string file, bool raw) => raw ? file : Path.GetFileName(file);"""));

    [Fact]
    public Task A_caller_that_is_no_model_decides() => Verify.ReportsAsync(Tool(
        "string file", "Remove({|GG6003:file|}, Environment.TickCount > 7);",
        Inside + """ private static void Remove(string file, bool off) { if (!off && !Inside(file)) throw new ArgumentException(file); File.Delete(Path.GetFullPath(file)); }"""));

    [Fact]
    public Task Through_a_field() => Verify.ReportsAsync(Tool(
        "string file, bool {|GG6025:skip|}", "_off = skip; Remove(file);",
        Inside + """ private bool _off; private void Remove(string file) { if (!_off && !Inside(file)) throw new ArgumentException(file); File.Delete(Path.GetFullPath(file)); }"""));

    [Fact]
    public Task Through_a_record() => Verify.ReportsAsync(Tool(
        "Order {|GG6025:order|}", """if (!order.Skip && !Inside(order.File)) return "no"; File.Delete(Path.GetFullPath(order.File));""",
        Inside + " public sealed record Order(string File, bool Skip);"));

    [Fact]
    public Task In_a_lambda() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        public static class Tools
        {
            public static AIFunction Make() => AIFunctionFactory.Create((string file, bool {|GG6025:skip|}) =>
            {
                if (!skip && !Path.GetFullPath(file).StartsWith("/notes/")) return;
                File.Delete(Path.GetFullPath(file));
            });
        }
        """);

    [Fact]
    public Task The_guard_in_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.SemanticKernel;
        public sealed class Files(Store store) { [KernelFunction] public void Delete(string file, bool {|GG6025:skip|}) => store.Remove(file, skip); }
        """,
        """
        public sealed class Store
        {
            public void Remove(string file, bool off)
            {
                if (!off && !Path.GetFullPath(file).StartsWith("/notes/")) throw new ArgumentException(file);
                File.Delete(Path.GetFullPath(file));
            }
        }
        """);

    [Fact]
    public Task What_a_model_answered_decides() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client)
        {
            public async Task Run()
            {
                var file = (await client.GetResponseAsync("Which file?")).Text;
                var isSafe = (await client.GetResponseAsync("Is it safe?")).Text == "yes";
                if (!isSafe && !Path.GetFullPath(file).StartsWith("/notes/")) return;
                File.Delete({|GG6025:Path.GetFullPath(file)|});
            }
        }
        """);

    [Theory]
    [InlineData("""if (!quiet && !Confirm("all")) return; Directory.Delete("notes", true);""", "GG6025:quiet")]
    [InlineData("""if (!Confirm("all")) return; Directory.Delete("notes", quiet);""", null)]
    public Task A_switched_confirmation_is_no_grant_without_approval(string body, string? mark) => Verify.ReportsAsync($$"""
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client)
        {
            public Task<ChatResponse> Run() => client.GetResponseAsync("Tidy up", new ChatOptions { Tools = [AIFunctionFactory.Create(Clear)] });
            private static void Clear(bool {{(mark is null ? "quiet" : "{|" + mark + "|}")}}) { {{body}} }
            {{Confirm}}
        }
        """);

    [Fact]
    public async Task What_the_report_says()
    {
        var report = Assert.Single(await Verify.ReportsAsync(Tool("string file, bool {|GG6025:skip|}", """if (!skip && !Inside(file)) return "no"; File.Delete(Path.GetFullPath(file));""")));
        Assert.Equal(
            "Tool parameter 'skip' decides whether the confinement of a path stands before File.Delete: what a model writes there switches it off (text to behaviour, open domain). "
            + "Missing: a guard that always stands there.",
            report.GetMessage(null));
        Assert.Equal("W", report.Properties["level"]);
        Assert.Equal("effect:file-delete", report.Properties["effect"]);
        Assert.Equal(["source|tool parameter 'skip'", "act|File.Delete"], report.Properties["steps"]!.Split('\n'));
    }
}
