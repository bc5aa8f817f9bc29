using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

public sealed class Agents(IChatClient chat)
{
    public async Task<AIAgent> Make(Uri address)
    {
        var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = address });
        var client = await McpClient.CreateAsync(transport);
        var tools = await client.ListToolsAsync();
        return new ChatClientAgent(chat, "You answer questions.", "Helper", tools: {|GG6021:[.. tools]|});
    }
}
