namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A guard that is asked for again in each round is left out by the same answer in each round.</summary>
public class GG6025LoopTests
{
    private static string Tool(string parameters, string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client)
        {
            private static readonly string[] Folders = ["a", "b"];

            public Task<ChatResponse> Ask() => client.GetResponseAsync("Tidy up", new ChatOptions { Tools = [AIFunctionFactory.Create(Clear)] });

            private static void Clear({{parameters}}) { {{body}} }

            private static bool Confirm(string text) { Console.WriteLine(text + "? (y/n)"); return Console.ReadLine() == "y"; }
            private static bool Inside(string file) => Path.GetFullPath(file).StartsWith("/notes/");
            {{members}}
        }
        """;

    [Theory]
    [InlineData("""foreach (var folder in Folders) { if (!quiet && !Confirm(folder)) continue; Directory.Delete(folder, true); }""")]
    [InlineData("""foreach (var folder in Folders) { if (quiet || Confirm(folder)) Directory.Delete(folder, true); }""")]
    [InlineData("""for (var i = 0; i < Folders.Length; i++) { if (!quiet && !Confirm(Folders[i])) return; Directory.Delete(Folders[i], true); }""")]
    [InlineData("""var i = 0; while (i < Folders.Length) { if (!quiet) { if (!Confirm("all")) break; } Directory.Delete(Folders[i++], true); }""")]
    [InlineData("""var i = 0; do { if (!quiet && !Confirm("all")) return; Directory.Delete(Folders[i++], true); } while (i < Folders.Length);""")]
    [InlineData("""foreach (var folder in Folders) { foreach (var part in Folders) { if (!quiet && !Confirm(part)) continue; Directory.Delete(folder + part, true); } }""")]
    [InlineData("""foreach (var folder in Folders) { try { if (!quiet && !Confirm(folder)) continue; Directory.Delete(folder, true); } catch (IOException) { } }""")]
    [InlineData("""Array.ForEach(Folders, folder => { if (!quiet && !Confirm(folder)) return; Directory.Delete(folder, true); });""")]
    public Task A_confirmation_in_each_round(string body) => Verify.ReportsAsync(Tool("bool {|GG6025:quiet|}", body));

    [Theory]
    [InlineData("""foreach (var file in files) { if (!skip && !Inside(file)) continue; File.Delete(Path.GetFullPath(file)); }""")]
    [InlineData("""for (var i = 0; i < files.Length; i++) { var file = files[i]; if (!skip) { if (!Inside(file)) throw new ArgumentException(file); } File.Delete(Path.GetFullPath(file)); }""")]
    public Task A_check_in_each_round(string body) => Verify.ReportsAsync(Tool("string[] files, bool {|GG6025:skip|}", body));

    [Fact]
    public Task Through_a_helper_that_goes_round() => Verify.ReportsAsync(Tool(
        "string start, bool {|GG6025:quiet|}", "ClearAll(start, quiet);",
        """
        private static void ClearAll(string start, bool still)
        {
            foreach (var folder in Folders)
            {
                if (!still && !Confirm(folder)) continue;
                Directory.Delete(start + folder, true);
            }
        }
        """));

    [Fact]
    public Task Through_a_helper_that_calls_itself() => Verify.ReportsAsync(Tool(
        "string path, bool {|GG6025:quiet|}", "Down(path, quiet);",
        """
        private static void Down(string at, bool still)
        {
            if (!still && !Confirm(at)) return;
            Directory.Delete(at, true);
            Down(Path.Combine(at, "more"), still);
        }
        """));

    [Theory]
    [InlineData("""foreach (var folder in Folders) { if (!Confirm(folder)) continue; Directory.Delete(folder, quiet); }""")]
    [InlineData("""if (!Confirm("all")) return; foreach (var folder in Folders) { if (!quiet) Console.WriteLine(folder); Directory.Delete(folder, true); }""")]
    public Task The_guard_stands_there_in_each_round(string body) => Verify.SilentAsync(Tool("bool quiet", body));

    [Theory]
    [InlineData("""foreach (var folder in Folders) { if (!quiet) { if (Environment.TickCount > 7 && !Confirm(folder)) continue; } Directory.Delete(folder, true); }""")]
    [InlineData("""foreach (var folder in Folders) { if (!quiet && !Confirm(folder)) continue; } Directory.Delete("notes", true);""")]
    [InlineData("""var isAsked = false; foreach (var folder in Folders) { if (!quiet && folder.Length > 3) isAsked = Confirm(folder); Directory.Delete(folder, true); }""")]
    public Task Where_the_guard_may_be_missing_all_the_same(string body) =>
        Verify.ReportsAsync(Tool("bool quiet", body).Replace("[AIFunctionFactory.Create(Clear)]", "{|GG6020:[AIFunctionFactory.Create(Clear)]|}", StringComparison.Ordinal));
}
