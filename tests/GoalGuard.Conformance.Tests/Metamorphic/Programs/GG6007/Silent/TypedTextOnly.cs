using Microsoft.Extensions.AI;
using Microsoft.Playwright;

public sealed class Agent(IChatClient client, IPage page)
{
    public async Task Fill(string question)
    {
        var reply = await client.GetResponseAsync(question);
        await page.FillAsync("#answer", reply.Text);
        await page.ClickAsync("#send");
    }
}
