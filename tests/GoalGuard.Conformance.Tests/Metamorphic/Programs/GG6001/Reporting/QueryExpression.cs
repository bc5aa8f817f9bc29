using Microsoft.Extensions.AI;

public sealed class Batch(IChatClient client)
{
    public async Task RunAllAsync(string task)
    {
        var response = await client.GetResponseAsync(task);
        var commands = from line in response.Text.Split('\n')
                       where line.Length > 0
                       select line.Trim();
        foreach (var command in commands)
        {
            Process.Start("bash", {|GG6001:"-c " + command|});
        }
    }
}
