namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A tool takes an object, and a property of it takes any command.</summary>
public class GG6024OptionsTests
{
    private static string Tool(string parameter, string body, string type, string members = "") => $$"""
        using System.ComponentModel;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class Desk
        {
            [McpServerTool]
            public string Run({{parameter}})
            {
                {{body}}
                return "done";
            }
            {{members}}
        }
        {{type}}
        """;

    [Theory]
    [InlineData("Order {|GG6024:order|}", """Process.Start("bash", {|GG6001:"-c " + order.Command|});""", "public sealed record Order(string Command, int Times);")]
    [InlineData("Order {|GG6024:order|}", """Process.Start("bash", {|GG6001:"-c " + order.Text|});""", "public sealed record Order([Description(\"The shell command to run\")] string Text);")]
    [InlineData("Order {|GG6024:order|}", """Process.Start("bash", {|GG6001:"-c " + order.Text|});""", "public sealed class Order { [Description(\"The shell command to run\")] public string Text { get; set; } = \"\"; }")]
    [InlineData("Order {|GG6024:order|}", """File.Delete({|GG6003:order.Path|});""", "public struct Order { public string Path { get; set; } }")]
    [InlineData("Order {|GG6024:order|}", """foreach (var each in order.Paths) File.Delete({|GG6003:each|});""", "public sealed record Order(string[] Paths);")]
    [InlineData("Order {|GG6024:order|}", """File.Delete({|GG6003:order.Path|});""", "public class Base { public string Path { get; set; } = \"\"; } public sealed class Order : Base { public int Times { get; set; } }")]
    [InlineData("Order {|GG6024:order|}", """var path = order.Path.Trim(); File.Delete({|GG6003:path|});""", "public sealed record Order(string Path);")]
    public Task A_property_that_says_so(string parameter, string body, string type) => Verify.ReportsAsync(Tool(parameter, body, type));

    [Theory]
    [InlineData("Order order", """Process.Start("bash", {|GG6001:"-c " + order.Note|});""", "public sealed record Order(string Command, string Note);")]
    [InlineData("Order order", """Process.Start("bash", "-c " + order.Command);""", "public sealed record Order(DayOfWeek Command);")]
    [InlineData("Order order", """if (order.Command is "date" or "uptime") Process.Start("bash", "-c " + order.Command);""", "public sealed record Order(string Command);")]
    [InlineData("Order order", """File.Delete(Path.Combine("notes", Path.GetFileName(order.Path)));""", "public sealed record Order(string Path);")]
    [InlineData("Order order", """return File.ReadAllText({|GG6009:order.Path|});""", "public sealed record Order(string Path);")]
    public async Task Another_property_or_a_closed_one(string parameter, string body, string type) =>
        Assert.DoesNotContain(await Verify.ReportsAsync(Tool(parameter, body, type)), report => report.Id == "GG6024");

    [Fact]
    public Task Through_a_helper() => Verify.ReportsAsync(Tool(
        "Order {|GG6024:order|}", "Remove({|GG6003:order|});", "public sealed record Order(string Path);", "private static void Remove(Order order) => File.Delete(order.Path);"));

    [Fact]
    public Task In_a_lambda() => Verify.ReportsAsync("""
        using Microsoft.Extensions.AI;
        public sealed record Order(string Command);
        public static class Tools
        {
            public static AIFunction Make() => AIFunctionFactory.Create((Order {|GG6024:order|}) => Process.Start("bash", {|GG6001:"-c " + order.Command|})?.Id);
        }
        """);

    [Fact]
    public Task The_object_in_another_file() => Verify.ReportsAsync(
        """
        using Microsoft.SemanticKernel;
        public sealed class Files { [KernelFunction] public void Delete(Order {|GG6024:order|}) => File.Delete({|GG6003:order.Path|}); }
        """,
        "public sealed class Order { public string Path { get; set; } = \"\"; }");

    [Fact]
    public async Task What_the_report_says()
    {
        var reports = await Verify.ReportsAsync(Tool(
            "Order {|GG6024:order|}", "File.Delete({|GG6003:order.Path|}); File.WriteAllText({|GG6003:order.Path|}, \"\");", "public sealed record Order(string Path);"));
        var report = Assert.Single(reports, report => report.Id == "GG6024");
        Assert.Contains("'order.Path'", report.GetMessage(null));
        Assert.Equal(["source|tool parameter 'order.Path'", "act|File.Delete", "act|File.WriteAllText"], report.Properties["steps"]!.Split('\n'));
    }
}
