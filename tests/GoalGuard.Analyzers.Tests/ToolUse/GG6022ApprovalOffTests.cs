namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Approvals of libraries that are told to ask nobody.</summary>
public class GG6022ApprovalOffTests
{
    private static string Agent(string body, string members = "", string types = "") => $$"""
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        public sealed class Agent(IChatClient chat, AIAgent inner, bool isUnattended, IConfig config)
        {
            {{members}}

            public object Make(string command, ToolApprovalRequestContent request, IReadOnlyList<ToolApprovalRequestContent> requests)
            {
                {{body}}
            }
        }

        public interface IConfig { bool Unattended { get; } }

        {{types}}
        """;

    private const string Never = "HostedMcpServerToolApprovalMode.NeverRequire";
    private const string Server = "new HostedMcpServerTool(\"docs\", \"https://example.org/mcp\")";

    [Theory]
    [InlineData("return " + Server + " { ApprovalMode = {|GG6022:" + Never + "|} };")]
    [InlineData("return " + Server + " { AllowedTools = [\"search\"], ApprovalMode = {|GG6022:" + Never + "|} };")]
    [InlineData("var tool = " + Server + "; tool.ApprovalMode = {|GG6022:" + Never + "|}; return tool;")]
    [InlineData("var mode = {|GG6022:" + Never + "|}; return " + Server + " { ApprovalMode = mode };")]
    [InlineData("return " + Server + " { ApprovalMode = {|GG6022:new HostedMcpServerToolNeverRequireApprovalMode()|} };")]
    [InlineData("return With({|GG6022:" + Never + "|});", "private static AITool With(HostedMcpServerToolApprovalMode mode) => " + Server + " { ApprovalMode = mode };")]
    [InlineData("return " + Server + " { ApprovalMode = _mode };", "private static readonly HostedMcpServerToolApprovalMode _mode = {|GG6022:" + Never + "|};")]
    [InlineData("return " + Server + " { ApprovalMode = Mode };", "private static HostedMcpServerToolApprovalMode Mode => {|GG6022:" + Never + "|};")]
    [InlineData("return With(new Settings({|GG6022:" + Never + "|}));", "private static AITool With(Settings settings) => " + Server + " { ApprovalMode = settings.Mode };", "public sealed record Settings(HostedMcpServerToolApprovalMode Mode);")]
    [InlineData("Func<AITool> make = () => " + Server + " { ApprovalMode = {|GG6022:" + Never + "|} }; return make();")]
    public Task A_server_that_is_never_asked_about(string body, string members = "", string types = "") => Verify.ReportsAsync(Agent(body, members, types));

    [Theory]
    [InlineData("return " + Server + ";")]
    [InlineData("return " + Server + " { ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire };")]
    [InlineData("return " + Server + " { ApprovalMode = HostedMcpServerToolApprovalMode.RequireSpecific([\"write\"], [\"read\"]) };")]
    [InlineData("var tool = " + Server + "; return tool.ApprovalMode == " + Never + ";")]
    [InlineData("var tool = " + Server + "; return Equals(tool.ApprovalMode, " + Never + ");")]
    [InlineData("return nameof(" + Never + ");")]
    [InlineData("return command switch { \"never\" => " + Never + ", _ => HostedMcpServerToolApprovalMode.AlwaysRequire };")]
    public Task A_server_that_is_asked_about(string body) => Verify.SilentAsync(Agent(body));

    [Theory]
    [InlineData("isUnattended ? {|GG6022:" + Never + "|} : HostedMcpServerToolApprovalMode.AlwaysRequire")]
    [InlineData("config.Unattended ? {|GG6022:" + Never + "|} : HostedMcpServerToolApprovalMode.AlwaysRequire")]
    public async Task A_setting_that_decides_makes_it_an_info(string mode)
    {
        var report = Assert.Single(await Verify.ReportsAsync(Agent("return " + Server + " { ApprovalMode = " + mode + " };")));
        Assert.Equal(("I", Microsoft.CodeAnalysis.DiagnosticSeverity.Info), (report.Properties["level"], report.Severity));
    }

    [Theory]
    [InlineData("return request.CreateResponse({|GG6022:true|});")]
    [InlineData("return request.CreateResponse(approved: {|GG6022:true|});")]
    [InlineData("return new ToolApprovalResponseContent(request.RequestId, {|GG6022:true|}, request.ToolCall);")]
    [InlineData("return requests.Select(each => each.CreateResponse({|GG6022:true|})).ToList();")]
    [InlineData("foreach (var each in requests) { if (each is ToolApprovalRequestContent asked) { return asked.CreateResponse({|GG6022:true|}); } } return command;")]
    [InlineData("return command is { Length: 0 } ? command : (object)Answer(request); ToolApprovalResponseContent Answer(ToolApprovalRequestContent asked) => asked.CreateResponse({|GG6022:true|});")]
    [InlineData("return Answer(request, {|GG6022:true|});", "private static object Answer(ToolApprovalRequestContent request, bool yes) => request.CreateResponse(yes);")]
    [InlineData("var yes = {|GG6022:true|}; return request.CreateResponse(yes);")]
    [InlineData("return request.CreateResponse(Yes);", "private static readonly bool Yes = {|GG6022:true|};")]
    [InlineData("return request.CreateResponse({|GG6022:Yes|});", "private const bool Yes = true;")]
    [InlineData("Func<ToolApprovalRequestContent, object> answer = asked => asked.CreateResponse({|GG6022:true|}); return answer(request);")]
    public Task An_answer_that_is_always_yes(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));

    [Theory]
    [InlineData("return request.CreateResponse(false);")]
    [InlineData("return request.CreateResponse(Console.ReadLine() == \"y\");")]
    [InlineData("if (Console.ReadLine() == \"y\") { return request.CreateResponse(true); } return request.CreateResponse(false);")]
    [InlineData("if (!Harmless.Contains(((FunctionCallContent)request.ToolCall).Name)) { return request.CreateResponse(false); } return request.CreateResponse(true);")]
    [InlineData("return requests.Where(each => Harmless.Contains(((FunctionCallContent)each.ToolCall).Name)).Select(each => each.CreateResponse(true)).ToList();")]
    [InlineData("var isHarmless = Harmless.Contains(command); return isHarmless ? request.CreateResponse(true) : request.CreateResponse(false);")]
    [InlineData("if (Console.ReadLine() == \"y\") { return Answer(request); } return request;", "private static object Answer(ToolApprovalRequestContent request) => request.CreateResponse(true);")]
    [InlineData("return Ask() ? Answer(request, true) : Answer(request, false);", "private static object Answer(ToolApprovalRequestContent request, bool yes) => request.CreateResponse(yes); private static bool Ask() => Console.ReadLine() == \"y\";")]
    public Task An_answer_that_somebody_decides(string body, string members = "") =>
        Verify.SilentAsync(Agent(body, members + " private static readonly HashSet<string> Harmless = [\"search\"];"));

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        """
        using Microsoft.Extensions.AI;
        public sealed class Tools(Options options)
        {
            public AITool Docs() => new HostedMcpServerTool("docs", "https://example.org/mcp") { ApprovalMode = options.Mode };

            public object Answer(ToolApprovalRequestContent request) => request.CreateResponse(options.SaysYes);
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Options
        {
            public HostedMcpServerToolApprovalMode? Mode { get; set; }

            public bool SaysYes { get; set; }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public static class Program
        {
            public static Tools Make() => new(new Options { Mode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|}, SaysYes = {|GG6022:true|} });
        }
        """);
}
