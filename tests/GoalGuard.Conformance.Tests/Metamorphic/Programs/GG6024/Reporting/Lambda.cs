using Microsoft.Extensions.AI;

public sealed class Agent(IChatClient client, HttpClient http)
{
    public async Task<string> Ask(string question)
    {
        var fetch = AIFunctionFactory.Create(async (string {|GG6024:url|}) => await http.GetStringAsync({|GG6004:url|}), "fetch");
        var options = new ChatOptions { Tools = [fetch] };
        var response = await client.GetResponseAsync(question, options);
        return response.Text;
    }
}
