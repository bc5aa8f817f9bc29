using Microsoft.Extensions.AI;

public sealed class Reader(IChatClient client)
{
    public async Task<string> Answer(string question)
    {
        var choice = await client.GetResponseAsync("Which file answers this? " + question);
        var name = choice.Text;
        var content = File.ReadAllText({|GG6009:name|});
        var response = await client.GetResponseAsync(question + " Here is a file: " + content);
        return response.Text;
    }
}
