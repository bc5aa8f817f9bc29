using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Conformance.Tests.Gates;

/// <summary>What is kept over an edit changes no answer: an edited program reports what the same program, read afresh, reports.</summary>
public class EditTests
{
    private const string Tool = """
        using System.ComponentModel;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public class ShellTools(Runner runner)
        {
            [McpServerTool, Description("Runs a command")]
            public void Run(string command) { runner.Start(command); }
        }
        """;

    private const string Runner = """
        public class Runner
        {
            private string? _last;
            public void Start(string command) { _last = command; Launch(command); }
            private void Launch(string text) { Process.Start("bash", "-c " + text); }
            public string? Last() { return _last; }
        }
        """;

    [Theory]
    [InlineData(0, "runner.Start(command);", "runner.Start(\"ls\");")]
    [InlineData(0, "runner.Start(command);", "")]
    [InlineData(0, "[McpServerTool, Description(\"Runs a command\")]", "")]
    [InlineData(0, "string command", "int command")]
    [InlineData(1, "Process.Start(\"bash\", \"-c \" + text);", "")]
    [InlineData(1, "\"-c \" + text", "\"-c ls\"")]
    [InlineData(1, "Launch(command);", "Launch(\"ls\");")]
    [InlineData(1, "_last = command; Launch(command);", "_last = command; Launch(_last);")]
    [InlineData(1, "_last = command; Launch(command);", "_last = \"ls\"; Launch(Last()!);")]
    [InlineData(1, "Start(string command) {", "Start(string command) { command = \"ls\";")]
    [InlineData(1, "private string? _last;", "private readonly string? _last;")]
    [InlineData(1, "public void Start", "/* nothing new */ public void Start")]
    public async Task An_edit_and_the_way_back(int file, string old, string @new)
    {
        var before = new TestProgram(Tool, Runner).Compile();
        var tree = before.SyntaxTrees.Single(tree => tree.FilePath == $"Test{file}.cs");
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(await AnalysisRun.FullAsync(new TestProgram(), before));

        var after = before.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(tree.ToString().Replace(old, @new, StringComparison.Ordinal))));
        await SameAsAfresh(after);
        await SameAsAfresh(before);
    }

    /// <summary>A tool by the program's own convention begins to act through a helper that acted before.</summary>
    [Fact]
    public async Task A_tool_begins_to_act()
    {
        var before = new TestProgram(
            """
            public interface ITool { string Name { get; } string Run(string input); }
            public class Echo : ITool
            {
                public string Name => "echo";
                public string Run(string input) { return input; }
            }
            """,
            """
            using Microsoft.Extensions.AI;
            public class Agent(IChatClient client, Dictionary<string, ITool> tools)
            {
                public async Task<string> Step()
                {
                    var reply = (await client.GetResponseAsync("Which tool?")).Text;
                    return tools[reply].Run(reply);
                }
            }
            """,
            "public static class Shell { public static string Now(string line) { Process.Start(\"bash\", \"-c \" + line); return line; } }").Compile();
        Assert.Empty(await AnalysisRun.FullAsync(new TestProgram(), before));
        var tree = before.SyntaxTrees.Single(tree => tree.FilePath == "Test0.cs");
        var after = before.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(tree.ToString().Replace("return input;", "return Shell.Now(input);", StringComparison.Ordinal))));
        await SameAsAfresh(after);
        Assert.NotEmpty(await AnalysisRun.FullAsync(new TestProgram(), after));
    }

    /// <summary>A helper begins to keep what it is given; the member that made the object is not touched.</summary>
    [Theory]
    [InlineData("public void Set(string line) { _ = line.Length; }", "public void Set(string line) { Line = line; }")]
    [InlineData("public void Set(string line) { _ = line.Length; }", "public void Set(string line) { Line = \"ls\"; }")]
    [InlineData("public void Set(string line) { Inner(line); }", "public void Set(string line) { Line = line; }")]
    [InlineData("public void Set(string line) { _ = line.Length; } private void Keep(string line) { Line = line; }", "public void Set(string line) { Keep(line); } private void Keep(string line) { Line = line; }")]
    [InlineData("public void Set(string line) { Keep(line); } private void Keep(string line) { }", "public void Set(string line) { Keep(line); } private void Keep(string line) { Line = line; }")]
    public async Task A_helper_keeps_what_it_is_given(string old, string @new)
    {
        var before = new TestProgram(
            "public class Box { public string Line { get; private set; } = \"ls\"; " + old + " private void Inner(string line) { } }",
            """
            using System.ComponentModel;
            using ModelContextProtocol.Server;
            [McpServerToolType]
            public class ShellTools
            {
                [McpServerTool, Description("Runs a command")]
                public void Run(string command) { var box = new Box(); box.Set(command); Process.Start("bash", "-c " + box.Line); }
            }
            """).Compile();
        Assert.False(await Acts(before));
        var tree = before.SyntaxTrees.Single(tree => tree.FilePath == "Test0.cs");
        var after = before.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(tree.ToString().Replace(old, @new, StringComparison.Ordinal))));
        await SameAsAfresh(after);
        Assert.Equal(@new.Contains("= line", StringComparison.Ordinal), await Acts(after));
        await SameAsAfresh(before);
    }

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public async Task A_statement_in_each_body(string name)
    {
        var before = Corpus.Named(name).Program().Compile();
        await AnalysisRun.FullAsync(new TestProgram(), before);
        foreach (var tree in before.SyntaxTrees)
        {
            var bodies = (await tree.GetRootAsync()).DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Select(method => method.Body).OfType<BlockSyntax>();
            var changes = bodies.Select(body => new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), " _ = \"an edit\".Length; ")).ToList();
            if (changes.Count > 0)
            {
                await SameAsAfresh(before.ReplaceSyntaxTree(tree, tree.WithChangedText((await tree.GetTextAsync()).WithChanges(changes))));
            }
        }
    }

    private static async Task<bool> Acts(CSharpCompilation program) =>
        (await AnalysisRun.FullAsync(new TestProgram(), program)).Any(report => report.ToString()!.Contains("GG6001", StringComparison.Ordinal));

    private static async Task SameAsAfresh(CSharpCompilation edited)
    {
        var afresh = edited.RemoveAllSyntaxTrees().AddSyntaxTrees(
            edited.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), (CSharpParseOptions)tree.Options, tree.FilePath)));
        var program = new TestProgram();
        var expected = (await AnalysisRun.FullAsync(program, afresh)).Select(report => report.ToString());
        Assert.Equal(expected, (await AnalysisRun.FullAsync(program, edited)).Select(report => report.ToString()));
        Assert.Equal(expected, (await AnalysisRun.PerDocumentAsync(program, edited)).Select(report => report.ToString()));
    }
}
