using Microsoft.Extensions.AI;

public sealed record Plan(string Name);

public interface ISurgeon
{
    void End(string name);
}

public sealed class Surgeon : ISurgeon
{
    public void End(string name)
    {
        foreach (var process in Process.GetProcessesByName(name))
        {
            process.Kill();
        }
    }
}

public sealed class Doctor(IChatClient client, ISurgeon surgeon)
{
    public async Task Run(string state)
    {
        var plan = (await client.GetResponseAsync<Plan>(state)).Result;
        surgeon.End({|GG6010:plan.Name|});
    }
}
