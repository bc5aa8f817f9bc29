using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

public sealed class Agents(IChatClient client, HttpClient http)
{
    public AIAgent Make()
    {
        var tool = AIFunctionFactory.Create((string message) => Send(message), "send");
        return new ChatClientAgent(client, "You tell people the news.", "Herald", tools: {|GG6020:[tool]|});
    }

    private async Task<string> Send(string message)
    {
        var response = await http.PostAsync("https://example.org/messages", new StringContent(message));
        return response.IsSuccessStatusCode ? "sent" : "failed";
    }
}
