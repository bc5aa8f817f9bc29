using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

public sealed class Archive(IChatClient client)
{
    public async Task StoreAsync(string text)
    {
        var response = await client.GetResponseAsync("Title of: " + text);
        var title = Regex.Replace(response.Text, "[^A-Za-z0-9_-]", "");
        await File.WriteAllTextAsync($"/var/archive/{title}.txt", text);
    }
}
