using System.ComponentModel;
using System.Net.Security;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class PageTools
{
    [McpServerTool, Description("Reads the status page.")]
    public static async Task<string> Status(bool longer)
    {
        var handler = new HttpClientHandler();
        handler.AllowAutoRedirect = longer;
        handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;
        var http = new HttpClient(handler);
        return await http.GetStringAsync("https://example.org/status");
    }
}
