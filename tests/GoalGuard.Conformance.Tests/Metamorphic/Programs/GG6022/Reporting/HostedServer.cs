using Microsoft.Extensions.AI;

public sealed class Docs(IChatClient chat)
{
    private const string Name = "docs";

    public async Task<string> Ask(string question, string address)
    {
        var server = new HostedMcpServerTool(Name, address) { AllowedTools = ["search"] };
        server.ApprovalMode = {|GG6022:HostedMcpServerToolApprovalMode.NeverRequire|};
        var options = new ChatOptions { Tools = [server] };
        var answer = await chat.GetResponseAsync(question, options);
        return answer.Text;
    }
}
