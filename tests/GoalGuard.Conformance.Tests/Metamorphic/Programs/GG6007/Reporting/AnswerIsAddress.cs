using Microsoft.Extensions.AI;
using Microsoft.Playwright;

public sealed class Surfer(IChatClient client, IPage page)
{
    public async Task<string> Next(string goal)
    {
        var reply = await client.GetResponseAsync("Which page next? " + goal);
        await page.GotoAsync({|GG6007:reply.Text|});
        return await page.TitleAsync();
    }
}
