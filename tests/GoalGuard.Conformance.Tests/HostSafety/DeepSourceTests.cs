using System.Text;

namespace GoalGuard.Conformance.Tests.HostSafety;

/// <summary>A thousand levels of everything that nests. The compiler may give up on such a source; the analysis may not make it worse.</summary>
public class DeepSourceTests
{
    private const int Depth = 1000;

    /// <summary>The compiler reads a nested interpolated string twice a level, so that deeper ones keep it busy for ever.</summary>
    private const int LexersDepth = 8;

    [Fact]
    public void Parentheses() => Bears(Repeat("(") + "command" + Repeat(")"));

    [Fact]
    public void Additions() => Assert.Equal("GG6001 x1", Findings.Of(Bears("command" + Repeat(" + \"x\""))));

    [Fact]
    public void Conditions() => Bears(Repeat("command.Length > 1 ? \"x\" : ") + "command");

    [Fact]
    public void Member_chain() => Assert.Equal("GG6001 x1", Findings.Of(Bears("\"-c \" + command" + Repeat(".Trim()"))));

    [Fact]
    public void Calls_in_arguments() => Bears(Repeat("string.Concat(\"x\", ") + "command" + Repeat(")"));

    [Fact]
    public void Interpolations() => Bears(Repeat("$\"{", LexersDepth) + "command" + Repeat("}\"", LexersDepth));

    [Fact]
    public void Lambdas() => Bears(Repeat("((Func<string>)(() => ") + "command" + Repeat("))()"));

    [Fact]
    public void Object_initializers() => Bears(Repeat("new List<object> { ") + "command" + Repeat(" }") + ".ToString()");

    [Fact]
    public void Blocks() => Host.BearsOnSmallStack(Tool(Repeat("{ ") + Act + Repeat(" }")));

    [Fact]
    public void Branches() => Host.BearsOnSmallStack(Tool(Repeat("if (command.Length > 1) ") + Act));

    [Fact]
    public void Loops() => Host.BearsOnSmallStack(Tool(Repeat("while (command.Length > 1) { ") + Act + Repeat(" }")));

    [Fact]
    public void Try_statements() => Host.BearsOnSmallStack(Tool(Repeat("try { ") + Act + Repeat(" } finally { }")));

    [Fact]
    public void Local_functions()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Depth; i++)
        {
            text.Append($"L{i}(); void L{i}() {{ ");
        }

        Host.BearsOnSmallStack(Tool(text + Act + Repeat(" }")));
    }

    [Fact]
    public void Types_in_types() => Host.BearsOnSmallStack("using Microsoft.SemanticKernel; " + Repeat("class C { ") + "[KernelFunction] void Run(string command) { " + Act + " }" + Repeat(" }"));

    private const string Act = "Process.Start(\"bash\", \"-c \" + command);";

    private static System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> Bears(string expression) =>
        Host.BearsOnSmallStack(Tool($"var line = {expression}; Process.Start(\"bash\", line);"));

    private static string Tool(string body) => $"using Microsoft.SemanticKernel; class Plugin {{ [KernelFunction] public void Run(string command) {{ {body} }} }}";

    private static string Repeat(string text, int times = Depth) => string.Concat(Enumerable.Repeat(text, times));
}
