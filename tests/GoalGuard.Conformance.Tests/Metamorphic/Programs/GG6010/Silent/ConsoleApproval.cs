using Microsoft.Extensions.AI;

public sealed class Tuner(IChatClient client)
{
    public async Task Tune(string state)
    {
        var reply = await client.GetResponseAsync(state);
        var value = reply.Text;
        Console.WriteLine(value);
        if (Console.ReadLine() == "y")
        {
            Environment.SetEnvironmentVariable("MODE", value);
        }
    }
}
