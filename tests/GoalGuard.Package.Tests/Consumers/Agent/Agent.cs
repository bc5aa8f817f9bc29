using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Consumers;

public class Agent(IChatClient client)
{
    public async Task ShowAsync()
    {
        var reply = await client.GetResponseAsync("Which branch should I look at?");
        Process.Start("git", $"log {reply.Text}");
    }
}
