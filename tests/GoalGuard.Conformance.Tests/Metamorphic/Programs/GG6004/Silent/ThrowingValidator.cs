using ModelContextProtocol.Server;

public static class Hosts
{
    public static void Check(Uri address)
    {
        if (address.Host is not ("docs.example" or "blog.example"))
        {
            throw new InvalidOperationException("host");
        }
    }
}

[McpServerToolType]
public sealed class Web(HttpClient http)
{
    [McpServerTool]
    public async Task<string> Fetch(string url)
    {
        var address = new Uri(url);
        Hosts.Check(address);
        return await http.GetStringAsync(address);
    }
}
