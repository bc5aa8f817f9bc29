namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Parameters of tools that take any text and say that it is a command, where an effect does what the text says.</summary>
public class GG6024FreeCommandTests
{
    private static string Tool(string parameters, string body, string members = "") => $$"""
        using System.ComponentModel;
        using Microsoft.Data.Sqlite;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class Desk(SqliteConnection connection)
        {
            private static readonly HttpClient Http = new();
            {{members}}

            [McpServerTool]
            public string Run({{parameters}})
            {
                {{body}}
                return "done";
            }
        }
        """;

    private static Task Silent(string parameters, string body, string members = "") => Verify.SilentAboutAsync("GG6024", Tool(parameters, body, members));

    [Theory]
    [InlineData("string {|GG6024:command|}", """Process.Start("bash", {|GG6001:"-c " + command|});""")]
    [InlineData("string {|GG6024:shellCommand|}", """Process.Start("bash", {|GG6001:"-c " + shellCommand|});""")]
    [InlineData("string {|GG6024:file_path|}", """File.Delete({|GG6003:file_path|});""")]
    [InlineData("string {|GG6024:fileName|}", """File.WriteAllText({|GG6003:fileName|}, "");""")]
    [InlineData("string {|GG6024:filename|}", """File.WriteAllText({|GG6003:filename|}, "");""")]
    [InlineData("string[] {|GG6024:paths|}", """foreach (var each in paths) File.Delete({|GG6003:each|});""")]
    [InlineData("List<string> {|GG6024:paths|}", """{|GG6003:paths.ForEach(File.Delete)|};""")]
    [InlineData("string {|GG6024:url|}", """Http.DeleteAsync({|GG6004:url|}).Wait();""")]
    [InlineData("string {|GG6024:URI|}", """Http.GetStringAsync({|GG6004:URI|}).Wait();""")]
    [InlineData("string {|GG6024:sqlText|}", """using var query = connection.CreateCommand(); query.CommandText = {|GG6005:sqlText|}; query.ExecuteNonQuery();""")]
    [InlineData("string {|GG6024:pythonSource|}", """Process.Start("python", {|GG6001:"-c " + pythonSource|});""")]
    [InlineData("string? {|GG6024:script|} = null", """Process.Start("bash", {|GG6001:"-c " + script|});""")]
    public Task The_name_says_it(string parameters, string body) => Verify.ReportsAsync(Tool(parameters, body));

    [Theory]
    [InlineData("""[Description("The shell command to execute.")] string {|GG6024:text|}""", """Process.Start("bash", {|GG6001:"-c " + text|});""")]
    [InlineData("""[Description("C# source to compile and run")] string {|GG6024:text|}""", """Process.Start("bash", {|GG6001:"-c " + text|});""")]
    [InlineData("""[Description("An INSERT SQL statement")] string {|GG6024:text|}""", """using var query = connection.CreateCommand(); query.CommandText = {|GG6005:text|}; query.ExecuteNonQuery();""")]
    [InlineData("""[Description("File paths to the files.")] string[] {|GG6024:files|}""", """foreach (var file in files) File.Delete({|GG6003:file|});""")]
    [InlineData("""[Description("Name of the page, its file name")] string {|GG6024:page|}""", """File.Delete({|GG6003:page|});""")]
    [InlineData("""[System.ComponentModel.DataAnnotations.Display(Description = "Where it goes, a URL.")] string {|GG6024:target|}""", """Http.DeleteAsync({|GG6004:target|}).Wait();""")]
    public Task Its_description_says_it(string parameters, string body) => Verify.ReportsAsync(Tool(parameters, body));

    [Theory]
    [InlineData("string name", """File.Delete({|GG6003:name|});""")]
    [InlineData("""[Description("The country code of the list.")] string list""", """File.Delete({|GG6003:list|});""")]
    [InlineData("string countryCode", """File.Delete({|GG6003:countryCode|});""")]
    [InlineData("string pathology", """File.Delete({|GG6003:pathology|});""")]
    [InlineData("""[Description("What was decoded.")] string text""", """File.Delete({|GG6003:text|});""")]
    [InlineData("Uri url", """Http.DeleteAsync({|GG6004:url|}).Wait();""")]
    public Task It_says_nothing_or_is_typed(string parameters, string body) => Silent(parameters, body);

    [Theory]
    [InlineData("DayOfWeek command", """Process.Start("bash", "-c " + command);""")]
    [InlineData("int code", """Process.Start("bash", "-c " + code);""")]
    [InlineData("string path", """return File.ReadAllText({|GG6009:path|});""")]
    [InlineData("string query", """return query + "?";""")]
    [InlineData("string query", """Http.GetStringAsync("https://example.org/?q=" + query).Wait();""")]
    [InlineData("string url", """Http.PostAsync("https://example.org/pages", new StringContent(url)).Wait();""")]
    [InlineData("string path", """File.Delete("log.txt"); return path;""")]
    public Task It_is_closed_or_what_is_done_with_it_is_exempt(string parameters, string body) => Silent(parameters, body);

    [Theory]
    [InlineData("string command", """if (command is "date" or "uptime") Process.Start("bash", "-c " + command);""")]
    [InlineData("string command", """if (!Confirm(command)) return "no"; Process.Start("bash", "-c " + command);""", """private static bool Confirm(string text) { Console.WriteLine(text + "? (y/n)"); return Console.ReadLine() == "y"; }""")]
    [InlineData("string path", """File.Delete(Path.Combine("notes", Path.GetFileName(path)));""")]
    [InlineData("string path", """var full = Path.GetFullPath(path); if (!full.StartsWith("/notes/")) throw new ArgumentException(path); File.Delete(full);""")]
    [InlineData("string url", """if (new Uri(url).Host != "example.org") return "no"; Http.DeleteAsync(url).Wait();""")]
    [InlineData("string query", """using var search = connection.CreateCommand(); search.CommandText = "DELETE FROM notes WHERE text = $t"; search.Parameters.AddWithValue("$t", query); search.ExecuteNonQuery();""")]
    [InlineData("string query", """Process.Start(new ProcessStartInfo("grep") { ArgumentList = { "-r", query } });""")]
    public Task A_precaution_stands_before_its_use(string parameters, string body, string members = "") => Silent(parameters, body, members);

    [Fact]
    public Task A_weak_check_lowers_an_info_to_nothing() =>
        Silent("string path", """var full = Path.GetFullPath(path); if (!full.StartsWith("/notes")) throw new ArgumentException(path); File.Delete({|GG6003:full|});""");

    [Fact]
    public Task Through_a_helper() =>
        Verify.ReportsAsync(Tool("string {|GG6024:path|}", "Remove({|GG6003:path|});", "private static void Remove(string file) => File.Delete(file);"));

    [Fact]
    public Task Through_a_helper_that_confines() =>
        Silent("string path", "File.Delete(Within(path));", """private static string Within(string name) => Path.Combine("notes", Path.GetFileName(name));""");

    [Fact]
    public Task Through_a_field() =>
        Verify.ReportsAsync(Tool("string {|GG6024:path|}", "_path = path; Remove();", "private string _path = \"\"; private void Remove() => File.Delete({|GG6003:_path|});"));

    [Fact]
    public Task Through_a_record() =>
        Verify.ReportsAsync(Tool("string {|GG6024:path|}", "var order = new Order(path); File.Delete({|GG6003:order.Path|});", "private sealed record Order(string Path);"));

    [Fact]
    public Task Several_parameters_and_only_those_that_say_so() => Verify.ReportsAsync(Tool(
        "string {|GG6024:path|}, string content, [Description(\"The command to run\")] string {|GG6024:then|}",
        """File.WriteAllText({|GG6003:path|}, content); Process.Start("bash", {|GG6001:"-c " + then|});"""));

    [Fact]
    public async Task One_report_for_a_parameter_that_is_used_twice()
    {
        var reports = await Verify.ReportsAsync(Tool("string {|GG6024:path|}", "File.Delete({|GG6003:path|}); File.WriteAllText({|GG6003:path|}, \"\");"));
        var report = reports.Single(report => report.Id == "GG6024");
        Assert.Equal("I", report.Properties["level"]);
        Assert.Equal("effect:file-delete,effect:file-write", report.Properties["effect"]);
        Assert.Equal(["source|tool parameter 'path'", "act|File.Delete", "act|File.WriteAllText"], report.Properties["steps"]!.Split('\n'));
        Assert.Equal(3, report.AdditionalLocations.Count);
    }

    [Fact]
    public Task A_lambda() => Verify.ReportsAsync("""
        using System.ComponentModel;
        using Microsoft.Extensions.AI;
        public static class Tools
        {
            public static AIFunction Make() => AIFunctionFactory.Create(
                ([Description("The shell command to execute.")] string {|GG6024:command|}) => Process.Start("bash", {|GG6001:"-c " + command|})?.Id);
        }
        """);

    [Fact]
    public Task A_lambda_that_a_person_is_asked_about() => Verify.SilentAboutAsync("GG6024", """
        using Microsoft.Extensions.AI;
        public static class Tools
        {
            public static AIFunction Make() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create((string command) => Process.Start("bash", "-c " + command)?.Id));
        }
        """);

    [Fact]
    public Task A_filter_that_can_refuse() => Verify.SilentAboutAsync("GG6024", """
        using Microsoft.SemanticKernel;
        public sealed class Files { [KernelFunction] public void Delete(string path) => File.Delete({|GG6003:path|}); }
        public sealed class Gate : IFunctionInvocationFilter
        {
            public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
            {
                Console.WriteLine(context.Function.Name + "? (y/n)");
                if (Console.ReadLine() == "y") await next(context);
            }
        }
        """);

    [Fact]
    public Task The_effect_in_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.SemanticKernel;
        public sealed class Files(Store store) { [KernelFunction] public void Delete(string {|GG6024:path|}) => store.Remove({|GG6003:path|}); }
        """,
        "public sealed class Store { public void Remove(string file) => File.Delete(file); }");

    [Fact]
    public Task The_precaution_in_another_file() => Verify.SilentAboutAsync(
        "GG6024",
        """
        using Microsoft.SemanticKernel;
        public sealed class Files(Store store) { [KernelFunction] public void Delete(string path) => store.Remove(path); }
        """,
        """public sealed class Store { public void Remove(string file) => File.Delete(Path.Combine("notes", Path.GetFileName(file))); }""");

    [Fact]
    public Task A_method_that_is_no_tool() => Verify.SilentAboutAsync("GG6024", """
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient client)
        {
            public async Task Run() => Delete({|GG6003:(await client.GetResponseAsync("Which file?")).Text|});
            private static void Delete(string path) => File.Delete(path);
        }
        """);
}
