using Microsoft.Extensions.AI;

public sealed class Services(IChatClient chat)
{
    public void Open()
    {
        var start = new ProcessStartInfo("docker");
        start.ArgumentList.Add("run");
        start.ArgumentList.Add("--network=host");
        start.ArgumentList.Add("redis");
        using var process = Process.Start(start)!;
        process.WaitForExit();
    }

    public async Task<string> Ask(string question) => (await chat.GetResponseAsync(question)).Text;
}
