using Microsoft.Extensions.AI;

public sealed class Cleaner(IChatClient client)
{
    private static readonly HashSet<string> Disposable = new() { "cache.bin", "log.txt" };

    public async Task CleanAsync(string wish)
    {
        var response = await client.GetResponseAsync(wish);
        var victims = from line in response.Text.Split('\n')
                      where Disposable.Contains(line)
                      select line;
        foreach (var victim in victims)
        {
            File.Delete(victim);
        }
    }
}
