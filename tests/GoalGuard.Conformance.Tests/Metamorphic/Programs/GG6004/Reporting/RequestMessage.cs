using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Webhooks(HttpClient http)
{
    [McpServerTool]
    public async Task<int> Notify(string url, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, {|GG6004:url|}) { Content = new StringContent(body) };
        var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
