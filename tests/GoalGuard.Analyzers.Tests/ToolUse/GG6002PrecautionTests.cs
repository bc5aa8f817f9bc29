namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Isolation and approval, and what only resembles them.</summary>
public class GG6002PrecautionTests
{
    private static string Tool(string body, string members = "") => $$"""
        using System.Reflection;
        using System.Text.RegularExpressions;
        using Jint;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class CodeTools
        {
            {{members}}

            [McpServerTool]
            public string Run(string text)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("var engine = new Engine(options => options.LimitMemory(4_000_000).TimeoutInterval(TimeSpan.FromSeconds(1))); return engine.Evaluate(text).ToString();", "")]
    [InlineData("var options = new Options(); options.MaxStatements(1000); var engine = new Engine(options); return engine.Evaluate(text).ToString();", "")]
    [InlineData("return _engine.Evaluate(text).ToString();", "private readonly Engine _engine = new(options => options.LimitRecursion(16).MaxStatements(1000));")]
    [InlineData("return Make().Evaluate(text).ToString();", "private static Engine Make() => new(options => options.MaxStatements(1000));")]
    public Task A_sandboxed_engine(string body, string members) => Verify.SilentAsync(Tool(body, members));

    [Theory]
    [InlineData("Console.Write($\"Run {text}? \"); if (Console.ReadLine() is not \"y\") return \"no\"; return new Engine().Evaluate(text).ToString();", "")]
    [InlineData("if (!Confirm(text)) return \"no\"; return new Engine().Evaluate(text).ToString();", "private static bool Confirm(string code) { Console.Write(code); return Console.ReadLine() == \"y\"; }")]
    [InlineData("if (text is not (\"1 + 1\" or \"2 + 2\")) return \"no\"; return new Engine().Evaluate(text).ToString();", "")]
    [InlineData("if (!int.TryParse(text, out var n)) return \"no\"; return new Engine().Evaluate($\"square({n})\").ToString();", "")]
    public Task Approval_and_known_code(string body, string members) => Verify.SilentAsync(Tool(body, members));

    [Fact]
    public Task An_approved_tool() => Verify.SilentAsync("""
        using Microsoft.Extensions.AI;
        class Agent
        {
            private static string Run(string code) => new Jint.Engine().Evaluate(code).ToString();

            public ChatOptions Options() => new() { Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Run))] };
        }
        """);

    [Theory]
    [InlineData("if (text.Contains(\"System.IO\")) return \"no\"; return new Engine().Evaluate({|GG6002:text|}).ToString();")]
    [InlineData("if (Regex.IsMatch(text, \"require|import\")) return \"no\"; return new Engine().Evaluate({|GG6002:text|}).ToString();")]
    [InlineData("Console.WriteLine($\"Running {text}\"); return new Engine().Evaluate({|GG6002:text|}).ToString();")]
    [InlineData("var engine = new Engine(options => options.LimitMemory(4_000_000).AllowClr()); return engine.Evaluate({|GG6002:text|}).ToString();")]
    [InlineData("var engine = new Engine(options => options.AllowClr(typeof(Engine).Assembly).LimitMemory(4_000_000)); return engine.Evaluate({|GG6002:text|}).ToString();")]
    [InlineData("if (text.Length > 1000) return \"too long\"; return new Engine().Evaluate({|GG6002:text|}).ToString();")]
    public Task Refused_words_and_open_engines_are_no_precaution(string body) => Verify.ReportsAsync(Tool(body));
}
