using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Private addresses that are refused on every redirect lower the report; refused once, they do not.</summary>
public class GG6004PrivateAddressTests
{
    private const string IsPrivate = """
        private static bool IsPrivate(IPAddress address)
        {
            if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
            if (IPAddress.IsLoopback(address)) return true;
            var bytes = address.GetAddressBytes();
            return bytes[0] switch
            {
                10 => true,
                172 => bytes[1] >= 16 && bytes[1] <= 31,
                192 => bytes[1] == 168,
                _ => false,
            };
        }
        """;

    private static string Tool(string client, string body, string members) => $$"""
        using System.Net;
        using System.Net.Sockets;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class WebTools
        {
            private static readonly HttpClient Http = {{client}};

            [McpServerTool]
            public static async Task<string> Fetch(string text)
            {
                var url = new Uri(text);
                {{body}}
                return await Http.GetStringAsync({|GG6004:url|});
            }

            {{members}}
        }
        """;

    private const string NoRedirects = "new(new SocketsHttpHandler { AllowAutoRedirect = false })";
    private const string Check = "var addresses = await Dns.GetHostAddressesAsync(url.Host); if (addresses.Any(IsPrivate)) return \"private\";";

    private static async Task<string> LevelAsync(string client, string body, string members) =>
        (await Verify.ReportsAsync(Tool(client, body, members))).Single().Properties["level"]!;

    [Theory]
    [InlineData(Check)]
    [InlineData("var addresses = await Dns.GetHostAddressesAsync(url.Host); if (Array.Exists(addresses, IsPrivate)) throw new InvalidOperationException();")]
    [InlineData("var addresses = await Dns.GetHostAddressesAsync(url.DnsSafeHost); if (!addresses.All(address => !IsPrivate(address))) return \"private\";")]
    [InlineData("if (await IsInsideAsync(url)) return \"private\";")]
    public async Task Refused_and_no_redirects(string body) => Assert.Equal("I", await LevelAsync(
        NoRedirects, body, IsPrivate + " private static async Task<bool> IsInsideAsync(Uri url) { var all = await Dns.GetHostAddressesAsync(url.Host); return all.Any(IsPrivate); }"));

    [Fact]
    public async Task Refused_whenever_it_connects() => Assert.Equal("I", await LevelAsync(
        "new(new SocketsHttpHandler { ConnectCallback = ConnectAsync })",
        "",
        """
        private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
            if (addresses.Any(IsPrivate)) throw new HttpRequestException("private");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        """ + IsPrivate));

    [Theory]
    [InlineData("new()", Check)]
    [InlineData("new(new SocketsHttpHandler { AllowAutoRedirect = true })", Check)]
    [InlineData(NoRedirects, "")]
    [InlineData(NoRedirects, "var addresses = await Dns.GetHostAddressesAsync(url.Host); if (!addresses.Any(IsPrivate)) return \"public\";")]
    [InlineData(NoRedirects, "var addresses = await Dns.GetHostAddressesAsync(new Uri(\"https://docs.example\").Host); if (addresses.Any(IsPrivate)) return \"private\";")]
    [InlineData(NoRedirects, "var addresses = await Dns.GetHostAddressesAsync(url.Host); if (addresses.Any(IPAddress.IsLoopback)) return \"private\";")]
    public async Task Private_addresses_can_be_reached(string client, string body) => Assert.Equal("W", await LevelAsync(client, body, IsPrivate));
}
