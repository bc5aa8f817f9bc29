using Microsoft.Extensions.AI;

public sealed class Launcher
{
    private readonly IChatClient _client;

    public Launcher(IChatClient client) => _client = client;

    public async Task OpenAsync(string wish)
    {
        var answer = await _client.GetResponseAsync("Which program does this: " + wish);
        var program = answer.Text.Trim();
        if (program.Length == 0)
        {
            return;
        }

        Process.Start({|GG6001:program|});
    }
}
