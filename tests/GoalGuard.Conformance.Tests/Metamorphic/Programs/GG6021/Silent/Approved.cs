using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

public sealed class Agents(McpClient client)
{
    public async Task<ChatOptions> Options()
    {
        var tools = await client.ListToolsAsync();
        var asked = tools.Select(tool => new ApprovalRequiredAIFunction(tool));
        return new ChatOptions { Tools = [.. asked] };
    }
}
