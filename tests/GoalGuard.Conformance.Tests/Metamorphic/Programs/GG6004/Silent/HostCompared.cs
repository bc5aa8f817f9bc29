using Microsoft.Extensions.AI;

public sealed class Research(IChatClient client, HttpClient http)
{
    public async Task<string> ReadAsync(string question)
    {
        var source = await client.GetResponseAsync("Which page answers this: " + question);
        var address = new Uri(source.Text.Trim());
        if (address.Host != "docs.example")
        {
            throw new InvalidOperationException("not the documentation");
        }

        return await http.GetStringAsync(address);
    }
}
