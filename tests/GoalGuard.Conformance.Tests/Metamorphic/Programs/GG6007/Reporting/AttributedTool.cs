using Microsoft.Playwright;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class BrowserTools(IPage page)
{
    [McpServerTool]
    public async Task<string> Run(string script)
    {
        return await page.EvaluateAsync<string>({|GG6007:script|});
    }
}
