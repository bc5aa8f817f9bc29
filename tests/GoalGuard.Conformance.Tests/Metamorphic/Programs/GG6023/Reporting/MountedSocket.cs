using Microsoft.Extensions.AI;

public sealed class Builds
{
    public AIFunction Tool() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Run));

    public string Run(string file)
    {
        var start = new ProcessStartInfo("docker");
        start.ArgumentList.Add("run");
        start.ArgumentList.Add({|GG6023:"--volume=/var/run/docker.sock:/var/run/docker.sock"|});
        start.ArgumentList.Add("builder");
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return $"{file}: {process.ExitCode}";
    }
}
