using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Approvals that a setting of the program can leave out: a precaution while it is on by default and nothing turns it off, else an info.</summary>
public class GG6020SettingTests
{
    private static string Agent(string tools, string tool, string members) => $$"""
        using Microsoft.Extensions.AI;
        public sealed class Options { public bool Asks { get; set; } = true; public bool Quiet { get; set; } public bool Off { get; set; } }
        public sealed record Mode(bool Asks = true);
        public sealed class Agent(IChatClient client, Options options, Mode mode)
        {
            private readonly bool _asks = true;
            private bool _sometimes = true;
            private readonly bool _never;
            {{members}}

            public async Task<string> Run()
            {
                var note = AIFunctionFactory.Create(Note);
                var options = new ChatOptions { Tools = {{tools}} };
                return (await client.GetResponseAsync("Tidy up", options)).Text;
            }

            public void Set(bool value) => _sometimes = value;

            private string Note(string path) { {{tool}} return "ok"; }
            private static bool Confirm(string text) { Console.WriteLine(text + "? (y/n)"); return Console.ReadLine() == "y"; }
        }
        """;

    private const string Save = "File.WriteAllText(path, \"\");";

    [Theory]
    [InlineData("[_asks ? new ApprovalRequiredAIFunction(note) : note]")]
    [InlineData("[Wrap(note)]")]
    [InlineData("[this.options.Quiet ? note : new ApprovalRequiredAIFunction(note)]", "private readonly Options options = options;")]
    [InlineData("[_mode.Asks ? new ApprovalRequiredAIFunction(note) : note]", "private readonly Mode _mode = mode;")]
    public async Task Wrappers_that_are_on(string tools, string members = "")
    {
        var helper = "private AIFunction Wrap(AIFunction tool) { if (!_asks) return tool; return new ApprovalRequiredAIFunction(tool); }";
        Assert.Empty(await Of("GG6020", Agent(tools, Save, members + helper)));
    }

    [Theory]
    [InlineData("[_sometimes ? new ApprovalRequiredAIFunction(note) : note]")]
    [InlineData("[_never ? new ApprovalRequiredAIFunction(note) : note]")]
    [InlineData("[_mode.Asks ? new ApprovalRequiredAIFunction(note) : note]", "private readonly Mode _mode = mode; public static readonly Mode Fast = new(Asks: false);")]
    public async Task Wrappers_that_are_off_or_may_be(string tools, string members = "") =>
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await Of("GG6020", Agent(tools, Save, members))).Severity);

    [Theory]
    [InlineData("if (_asks && !Confirm(path)) return \"no\"; File.WriteAllText(path, \"\");")]
    [InlineData("if (_asks) { if (!Confirm(path)) return \"no\"; } File.WriteAllText(path, \"\");")]
    [InlineData("if (!Leave(path)) return \"no\"; File.WriteAllText(path, \"\");", "private bool Leave(string path) => !_asks || Confirm(path);")]
    [InlineData("if (!Leave(path)) return \"no\"; File.WriteAllText(path, \"\");", "private bool Leave(string path) { if (this.options.Quiet || Confirm(path)) return true; return false; } private readonly Options options = options;")]
    [InlineData("if (!Leave(path)) return \"no\"; File.WriteAllText(path, \"\");", "private bool Leave(string path) { if (!_asks) { return true; } return Confirm(path); }")]
    [InlineData("if (Leave(path)) { File.WriteAllText(path, \"\"); }", "private bool Leave(string path) { var may = this.options.Quiet || Confirm(path); return may; } private readonly Options options = options;")]
    [InlineData("if (this.options.Asks && !Confirm(path)) return \"no\"; File.WriteAllText(path, \"\");", "private readonly Options options = options;")]
    public async Task Questions_that_are_on(string tool, string members = "")
    {
        var program = Agent("[note]", tool, members);
        Assert.Empty(await Of("GG6020", program));
        Assert.Empty(await Of("GG6003", program));
    }

    [Theory]
    [InlineData("if (_sometimes && !Confirm(path)) return \"no\"; File.WriteAllText(path, \"\");")]
    [InlineData("if (!Leave(path)) return \"no\"; File.WriteAllText(path, \"\");", "private bool Leave(string path) => !_sometimes || Confirm(path);")]
    [InlineData("if (!Leave(path)) return \"no\"; File.WriteAllText(path, \"\");", "private bool Leave(string path) { if (!_sometimes || Confirm(path)) return true; return false; }")]
    [InlineData("if (Leave(path)) { File.WriteAllText(path, \"\"); }", "private bool Leave(string path) { if (!_sometimes) { return true; } return Confirm(path); }")]
    public async Task Questions_that_are_off_or_may_be(string tool, string members = "")
    {
        var program = Agent("[note]", tool, members);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await Of("GG6020", program)).Severity);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await Of("GG6003", program)).Severity);
    }

    private static async Task<IEnumerable<Diagnostic>> Of(string rule, string source)
    {
        var program = new TestProgram(source);
        Assert.Empty(program.Compile().GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error));
        return (await AnalysisRun.FullAsync(program)).Where(report => report.Id == rule);
    }
}
