using Microsoft.Extensions.AI;

public sealed class Fixer(IChatClient chat)
{
    public async Task<int> Fix(string issue)
    {
        var plan = await chat.GetResponseAsync($"Plan a fix of {issue}.");
        var start = new ProcessStartInfo("claude");
        start.ArgumentList.Add("--print");
        start.ArgumentList.Add({|GG6022:"--dangerously-skip-permissions"|});
        start.ArgumentList.Add(plan.Text);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
