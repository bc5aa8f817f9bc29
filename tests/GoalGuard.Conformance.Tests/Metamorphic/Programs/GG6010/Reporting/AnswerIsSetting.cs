using Microsoft.Extensions.AI;

public sealed class Tuner(IChatClient client)
{
    public async Task Tune(string state)
    {
        var reply = await client.GetResponseAsync(state);
        Environment.SetEnvironmentVariable("PATH", {|GG6010:reply.Text|});
    }
}
