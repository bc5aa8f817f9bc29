using Microsoft.Agents.AI;

public sealed class Crawler(AIAgent agent)
{
    private readonly HttpClient _http = new();

    public async Task<List<string>> CrawlAsync(string topic)
    {
        var pages = new List<string>();
        var response = await agent.RunAsync("List pages on " + topic);
        var links = response.Text.Split('\n').Where(line => line.StartsWith("http"));
        foreach (var link in links)
        {
            pages.Add(await _http.GetStringAsync({|GG6004:link|}));
        }

        return pages;
    }
}
