using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Samples.Shared;

/// <summary>Plays the client of an MCP server inside the process: the two talk over a pair of pipes.</summary>
internal static class McpDemo
{
    public static async Task RunAsync(
        HostApplicationBuilder builder,
        IMcpServerBuilder server,
        params (string Tool, Dictionary<string, object?> Arguments)[] calls)
    {
        var (requests, responses) = (new Pipe(), new Pipe());
        server.WithStreamServerTransport(requests.Reader.AsStream(), responses.Writer.AsStream());
        using var host = builder.Build();
        await host.StartAsync();

        var transport = new StreamClientTransport(requests.Writer.AsStream(), responses.Reader.AsStream());
        await using (var client = await McpClient.CreateAsync(transport))
        {
            foreach (var (tool, arguments) in calls)
            {
                Console.WriteLine($"client> {tool} {JsonSerializer.Serialize(arguments)}");
                var result = await client.CallToolAsync(tool, arguments);
                Console.WriteLine($"server> {string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text)).Trim()}");
            }
        }

        await host.StopAsync();
    }
}
