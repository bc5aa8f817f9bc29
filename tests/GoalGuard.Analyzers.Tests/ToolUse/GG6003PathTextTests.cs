namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Constant parts of paths go through the methods that change texts, and no further than they really do.</summary>
public class GG6003PathTextTests
{
    [Fact]
    public async Task A_root_with_other_separators_has_none_at_its_end()
    {
        var report = (await Verify.ReportsAsync("""
            using Microsoft.SemanticKernel;
            class Notes
            {
                private static readonly string Root = Path.GetFullPath("notes");

                [KernelFunction]
                public void Save(string path, string text)
                {
                    var full = Path.GetFullPath(Path.Combine(Root, path));
                    if (!full.StartsWith(Root.Replace('\\', '/'), StringComparison.Ordinal)) throw new InvalidOperationException();
                    File.WriteAllText({|GG6003:full|}, text);
                }
            }
            """)).Single();
        Assert.Equal("I", report.Properties["level"]);
    }
}
