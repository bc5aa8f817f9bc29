using Microsoft.SemanticKernel;

public sealed class Feeds(Kernel kernel, HttpClient http)
{
    public async Task<int> CountAsync(string topic)
    {
        var result = await kernel.InvokePromptAsync("List feeds on " + topic);
        var feeds = (from line in result.ToString().Split('\n') where line.StartsWith("http") select line).ToArray();
        var length = 0;
        for (var i = 0; i < feeds.Length; i++)
        {
            length += (await http.GetStringAsync({|GG6004:feeds[i]|})).Length;
        }

        return length;
    }
}
