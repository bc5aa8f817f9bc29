using Microsoft.Extensions.AI;

public sealed class Cleaner(IChatClient client)
{
    private static readonly string[] Disposable = { "cache.bin", "log.txt" };

    public async Task CleanAsync()
    {
        var response = await client.GetResponseAsync("Which of these can go? " + string.Join(", ", Disposable));
        var victim = response.Text;
        if (Disposable.Contains(victim))
        {
            File.Delete(victim);
        }
    }
}
