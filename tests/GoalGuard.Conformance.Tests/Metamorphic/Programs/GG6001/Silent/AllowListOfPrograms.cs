using Microsoft.Extensions.AI;

public sealed class Launcher(IChatClient client)
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal) { "notepad", "calc" };

    public async Task OpenAsync(string wish)
    {
        var response = await client.GetResponseAsync(wish);
        var program = response.Text.Trim();
        if (!Allowed.Contains(program))
        {
            return;
        }

        Process.Start(program);
    }
}
