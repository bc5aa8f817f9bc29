using Microsoft.Agents.AI;

public sealed class Translator(AIAgent agent, HttpClient http)
{
    private const string Endpoint = "https://paste.example/new";

    public async Task PublishAsync(string text)
    {
        var response = await agent.RunAsync("Translate: " + text);
        await http.PostAsync(Endpoint, new StringContent(response.Text));
    }
}
