namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Addresses that are built from templates, encoded parts and configured servers, and look-ups that only serve a check.</summary>
public class GG6004AddressBuildingTests
{
    private static string Tool(string body, string members = "") => $$"""
        using System.Net;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class ApiTools(HttpClient http, string server, string template)
        {
            {{members}}

            [McpServerTool]
            public async Task<string> Fetch(string text)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return await http.GetStringAsync(\"https://docs.example/pages/{id}\".Replace(\"{id}\", text));")]
    [InlineData("return await http.GetStringAsync(template.Replace(\"{id}\", Uri.EscapeDataString(text)));")]
    [InlineData("return await http.GetStringAsync(template.Replace(\"{id}\", WebUtility.UrlEncode(text)).Replace(\"{lang}\", \"en\"));")]
    [InlineData("return await http.GetStringAsync(new Uri(new Uri(server), Uri.EscapeDataString(text)));")]
    [InlineData("return await http.GetStringAsync(new Uri(new Uri(server), Fill(template, text)));")]
    public Task The_host_is_the_programs(string body) => Verify.SilentAsync(Tool(
        body, "private static string Fill(string path, string id) => path.Replace(\"{id}\", Uri.EscapeDataString(id)).TrimStart('/');"));

    [Theory]
    [InlineData("return await http.GetStringAsync({|GG6004:\"https://{host}/pages\".Replace(\"{host}\", text)|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:\"https://{host}/pages\".Replace(\"{host}\", Uri.EscapeDataString(text))|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:template.Replace(\"{id}\", text)|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:text.Replace(\"{id}\", \"7\")|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:new Uri(new Uri(server), text)|});")]
    [InlineData("return await http.GetStringAsync({|GG6004:Uri.EscapeDataString(text).Replace(\"%2F\", text)|});")]
    public Task The_model_chooses_the_host(string body) => Verify.ReportsAsync(Tool(body));

    [Theory]
    [InlineData("var url = new Uri(new Uri(server), text); if (url.GetLeftPart(UriPartial.Authority) != new Uri(server).GetLeftPart(UriPartial.Authority)) return \"no\"; return await http.GetStringAsync(url);")]
    [InlineData("var url = new Uri(text); EnsureSame(new Uri(server), url); return await http.GetStringAsync(url);")]
    public Task The_authority_is_compared(string body) => Verify.SilentAsync(Tool(
        body,
        """
        private static void EnsureSame(Uri server, Uri url)
        {
            var mine = server.GetLeftPart(UriPartial.Authority);
            if (!string.Equals(mine, url.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)) throw new InvalidOperationException();
        }
        """));

    [Fact]
    public Task Only_the_scheme_is_compared() => Verify.ReportsAsync(Tool(
        "var url = new Uri(text); if (url.GetLeftPart(UriPartial.Scheme) != new Uri(server).GetLeftPart(UriPartial.Scheme)) return \"no\"; return await http.GetStringAsync({|GG6004:url|});"));

    [Fact]
    public Task A_look_up_is_no_request() => Verify.SilentAsync(Tool(
        "var addresses = await Dns.GetHostAddressesAsync(text); return addresses.Length.ToString();"));

    [Fact]
    public Task A_look_up_alone_is_no_check() => Verify.ReportsAsync(Tool(
        "var addresses = await Dns.GetHostAddressesAsync(new Uri(text).Host); if (addresses.Length == 0) return \"no\"; return await http.GetStringAsync({|GG6004:text|});"));
}
