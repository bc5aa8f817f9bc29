using Microsoft.Extensions.AI;

namespace Help;

public sealed class Desk(IChatClient chat)
{
    private const string Address = "https://docs.example/mcp";

    public async Task<string> AskAsync(string question)
    {
        var server = new HostedMcpServerTool("docs", Address);
        server.ApprovalMode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|};
        var options = new ChatOptions { Tools = {|GG6021:[server]|} };
        var response = await chat.GetResponseAsync(question, options);
        return response.Text;
    }
}
