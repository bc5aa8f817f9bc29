using Microsoft.Extensions.AI;
using Microsoft.Playwright;

public interface IClicker
{
    Task ClickAsync(string selector);
}

public sealed class Clicker(IPage page) : IClicker
{
    public async Task ClickAsync(string selector)
    {
        await page.ClickAsync(selector);
    }
}

public sealed class Agent(IChatClient client, IClicker clicker)
{
    public async Task Step(string goal)
    {
        var reply = await client.GetResponseAsync(goal);
        var selector = reply.Text.Trim();
        await clicker.ClickAsync({|GG6007:selector|});
    }
}
