namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>A root that a model may choose confines nothing, though setting it acts on nothing.</summary>
public class GG6003ModelRootTests
{
    private static string Tools(string setter, string attribute) => $$"""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        class Files
        {
            private string _root = "/srv/";

            {{attribute}} public void Open(string directory) { {{setter}} }

            [McpServerTool] public void Remove(string path)
            {
                var full = Path.GetFullPath(path);
                if (full.StartsWith(_root)) File.Delete({0});
            }
        }
        """;

    /// <summary>Enough sources to have sketches drawn from the acts back.</summary>
    private const string Company = """
        using Microsoft.Extensions.AI;
        class Asks
        {
            async Task<int> A(IChatClient m) => (await m.GetResponseAsync("a")).Text.Length;
            async Task<int> B(IChatClient m) => (await m.GetResponseAsync("b")).Text.Length;
            async Task<int> C(IChatClient m) => (await m.GetResponseAsync("c")).Text.Length;
        }
        """;

    [Theory]
    [InlineData("")]
    [InlineData(Company)]
    public Task A_tool_sets_the_root(string company) =>
        Verify.ReportsAsync(Tools("_root = directory;", "[McpServerTool]").Replace("{0}", "{|GG6003:full|}", StringComparison.Ordinal), company);

    [Theory]
    [InlineData("")]
    [InlineData(Company)]
    public Task The_program_sets_the_root(string company) =>
        Verify.SilentAsync(Tools("_root = \"/srv/notes/\";", "").Replace("{0}", "full", StringComparison.Ordinal), company);
}
