using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class RelayTools(McpClient remote, Dictionary<string, AIFunction> registry)
{
    [McpServerTool]
    public async Task<int> Ask(string tool)
    {
        if (!registry.ContainsKey(tool))
        {
            return 0;
        }

        var result = await remote.CallToolAsync({|GG6011:tool|});
        return result.Content.Count;
    }
}
