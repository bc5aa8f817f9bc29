using Microsoft.Extensions.AI;

public sealed class Cleaner(IChatClient client)
{
    public async Task CleanAsync(string[] files)
    {
        var response = await client.GetResponseAsync("Which of these can go? " + string.Join(", ", files));
        var victim = response.Text.Trim();
        if (File.Exists(victim))
        {
            File.Delete({|GG6003:victim|});
        }
    }
}
