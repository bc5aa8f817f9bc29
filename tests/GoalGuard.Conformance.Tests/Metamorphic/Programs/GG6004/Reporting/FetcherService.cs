using Microsoft.Extensions.AI;

public interface IFetcher
{
    Task<string> FetchAsync(string url);
}

public sealed class HttpFetcher(HttpClient http) : IFetcher
{
    public async Task<string> FetchAsync(string url)
    {
        return await http.GetStringAsync(url);
    }
}

public sealed class Summariser(IChatClient client, IFetcher fetcher)
{
    public async Task<string> RunAsync(string topic)
    {
        var response = await client.GetResponseAsync("A page on " + topic);
        string url = response.Text;
        return await fetcher.FetchAsync({|GG6004:url|});
    }
}
