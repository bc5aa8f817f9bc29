using ModelContextProtocol.Client;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class RelayTools(McpClient remote)
{
    private static readonly HashSet<string> Harmless = new() { "time", "weather" };

    [McpServerTool]
    public async Task<int> Ask(string tool)
    {
        if (!Harmless.Contains(tool))
        {
            return 0;
        }

        var result = await remote.CallToolAsync(tool);
        return result.Content.Count;
    }
}
