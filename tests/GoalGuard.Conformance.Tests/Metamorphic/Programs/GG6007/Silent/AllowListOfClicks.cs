using Microsoft.Extensions.AI;
using Microsoft.Playwright;

public sealed class Agent(IChatClient client, IPage page)
{
    private static readonly HashSet<string> Known = new() { "#next", "#back" };

    public async Task Step(string goal)
    {
        var reply = await client.GetResponseAsync(goal);
        var selector = reply.Text;
        if (!Known.Contains(selector))
        {
            return;
        }

        await page.ClickAsync(selector);
    }
}
