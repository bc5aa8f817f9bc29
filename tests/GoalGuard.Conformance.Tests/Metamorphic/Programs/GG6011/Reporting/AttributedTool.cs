using ModelContextProtocol.Client;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class RelayTools(McpClient remote)
{
    [McpServerTool]
    public async Task<int> Ask(string tool)
    {
        var result = await remote.CallToolAsync({|GG6011:tool|});
        return result.Content.Count;
    }
}
