using System.ComponentModel;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Library
{
    private readonly string _folder = "library";

    [McpServerTool, Description("Shows a page.")]
    public async Task<string> Show(string page)
    {
        var path = Path.Combine(_folder, page);
        var content = await File.ReadAllTextAsync({|GG6009:path|});
        return $"{page} says: {content}";
    }
}
