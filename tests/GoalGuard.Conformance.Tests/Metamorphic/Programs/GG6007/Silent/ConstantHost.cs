using Microsoft.Playwright;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class BrowserTools(IPage page)
{
    [McpServerTool]
    public async Task<string> Open(string topic)
    {
        var address = $"https://docs.example/{topic}";
        await page.GotoAsync(address);
        return await page.TitleAsync();
    }
}
