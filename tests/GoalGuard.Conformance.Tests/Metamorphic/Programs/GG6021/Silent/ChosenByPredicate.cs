using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

public sealed class Agents(IChatClient chat, McpClient client)
{
    public async Task<AIAgent> Make(string name)
    {
        var tools = await client.ListToolsAsync();
        var chosen = tools.Where(tool => tool.Name == name).ToList();
        return new ChatClientAgent(chat, "You answer questions.", "Helper", tools: [.. chosen]);
    }
}
