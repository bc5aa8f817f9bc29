using Microsoft.SemanticKernel;
using ModelContextProtocol.Client;

public sealed class Remote(McpClient client)
{
    private const string Name = "remote";

    public async Task Add(Kernel kernel)
    {
        var functions = new List<KernelFunction>();
        foreach (var tool in await List())
        {
            functions.Add(tool.AsKernelFunction());
        }

        kernel.Plugins.AddFromFunctions(Name, {|GG6021:functions|});
    }

    private async Task<IList<McpClientTool>> List()
    {
        var tools = await client.ListToolsAsync();
        return tools;
    }
}
