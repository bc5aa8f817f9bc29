using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace RemoteToolsAgent;

/// <summary>A server that somebody else runs: today it looks up titles and hours, and who knows what it offers tomorrow.</summary>
internal static class Library
{
    private static readonly McpServerTool[] Offered =
    [
        McpServerTool.Create((string title) => $"{title}: shelf 7", new() { Name = "find_title" }),
        McpServerTool.Create((string day) => $"{day}: nine to five", new() { Name = "opening_hours" }),
        McpServerTool.Create((string card) => $"card {card} is closed", new() { Name = "close_card" }),
    ];

    /// <summary>Connects to it.</summary>
    public static async Task<McpClient> ConnectAsync()
    {
        Pipe toServer = new(), toClient = new();
        var options = new McpServerOptions { ToolCollection = [.. Offered] };
        var server = McpServer.Create(new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), options);
        _ = server.RunAsync();
        return await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
    }
}
