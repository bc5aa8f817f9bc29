using Microsoft.Extensions.AI;

namespace Help;

public sealed class Desk(IChatClient chat)
{
    private const string Address = "https://docs.example/mcp";

    public async Task<string> AskAsync(string question)
    {
        var names = new List<string> { "search", "read" };
        var server = new HostedMcpServerTool("docs", Address) { AllowedTools = names };
        server.ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire;
        var options = new ChatOptions { Tools = [server] };
        var response = await chat.GetResponseAsync(question, options);
        return response.Text;
    }
}
