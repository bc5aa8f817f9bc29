using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

public sealed class Agents(IChatClient chat, McpClient client)
{
    public async Task<AIAgent> Make(string prefix)
    {
        var tools = await client.ListToolsAsync();
        var chosen = tools.Where(tool => tool.Name.StartsWith(prefix)).ToList();
        return new ChatClientAgent(chat, "You answer questions.", "Helper", tools: [.. chosen]);
    }
}
