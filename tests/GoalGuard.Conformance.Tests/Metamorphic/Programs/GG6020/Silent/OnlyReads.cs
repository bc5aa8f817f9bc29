using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

public sealed class Agents(IChatClient client, HttpClient http)
{
    public AIAgent Make()
    {
        var tools = new List<AITool> { AIFunctionFactory.Create(Weather), AIFunctionFactory.Create(Notes) };
        return new ChatClientAgent(client, "You tell people the news.", "Herald", tools: tools);
    }

    private async Task<string> Weather(int station)
    {
        var text = await http.GetStringAsync("https://example.org/weather/" + station);
        return text.Trim();
    }

    private static string Notes() => File.ReadAllText("notes.txt");
}
