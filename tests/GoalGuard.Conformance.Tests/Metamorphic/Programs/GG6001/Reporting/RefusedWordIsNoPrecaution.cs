using Microsoft.Extensions.AI;

public sealed class Careless(IChatClient client)
{
    public async Task DoAsync(string task)
    {
        var response = await client.GetResponseAsync(task);
        string command = response.Text;
        if (command.Contains("rm -rf"))
        {
            throw new InvalidOperationException("refused");
        }

        Process.Start("bash", {|GG6001:"-c " + command|});
    }
}
