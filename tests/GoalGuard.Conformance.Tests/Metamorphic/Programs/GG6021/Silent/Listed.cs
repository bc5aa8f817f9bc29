using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

public sealed class Agents(McpClient client)
{
    private static readonly HashSet<string> Meant = ["search", "read"];

    public async Task<ChatOptions> Options()
    {
        var chosen = new List<AITool>();
        var tools = await client.ListToolsAsync();
        foreach (var tool in tools)
        {
            if (Meant.Contains(tool.Name))
            {
                chosen.Add(tool);
            }
        }

        return new ChatOptions { Tools = chosen };
    }
}
