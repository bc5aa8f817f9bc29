using Microsoft.Agents.AI;

public sealed class Operator(AIAgent agent)
{
    public async Task<int> HandleAsync(string ticket, CancellationToken cancellation)
    {
        var response = await agent.RunAsync(ticket, cancellationToken: cancellation);
        var start = new ProcessStartInfo("powershell", {|GG6001:"-Command " + response.Text|}) { UseShellExecute = false };
        using var process = new Process { StartInfo = start };
        process.Start();
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }
}
