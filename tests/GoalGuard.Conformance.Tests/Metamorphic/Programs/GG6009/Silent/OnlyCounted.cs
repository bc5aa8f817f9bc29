using System.ComponentModel;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Library
{
    [McpServerTool, Description("Counts the lines of a page.")]
    public int Count(string page)
    {
        var lines = File.ReadAllLines(page);
        return lines.Length;
    }
}
