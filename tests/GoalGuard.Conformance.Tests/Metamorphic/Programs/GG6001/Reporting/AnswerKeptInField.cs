using Microsoft.Extensions.AI;

public sealed class TwoSteps(IChatClient client)
{
    private string _command = "";

    public async Task ThinkAsync(string task)
    {
        var response = await client.GetResponseAsync(task);
        _command = response.Text;
    }

    public void Act()
    {
        if (_command != "")
        {
            Process.Start("/bin/bash", {|GG6001:"-c " + _command|});
        }
    }
}
