using Microsoft.Extensions.AI;

public sealed class Options(IChatClient chat)
{
    public async Task<string> Read(string[] args)
    {
        var isUnattended = args.Contains("--yolo");
        var answer = await chat.GetResponseAsync($"Unattended: {isUnattended}");
        return answer.Text;
    }
}
