using Microsoft.Extensions.AI;

public sealed class Batch(IChatClient client)
{
    public async Task RunAllAsync(IReadOnlyList<string> tasks)
    {
        var response = await client.GetResponseAsync(string.Join("\n", tasks));
        var commands = response.Text.Split('\n').Where(line => line.Length > 0).Select(line => line.Trim()).ToList();
        for (var i = 0; i < commands.Count; i++)
        {
            Process.Start("bash", {|GG6001:$"-c \"{commands[i]}\""|});
        }
    }
}
