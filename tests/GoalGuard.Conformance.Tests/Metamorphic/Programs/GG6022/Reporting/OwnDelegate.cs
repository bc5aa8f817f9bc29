using Microsoft.Extensions.AI;

public sealed class Shell(Func<string, bool> approve)
{
    public AIFunction Tool() => AIFunctionFactory.Create(Run);

    public string Run(string command)
    {
        if (!approve(command))
        {
            return "refused";
        }

        using var process = Process.Start(command);
        return process.ProcessName;
    }
}

public static class Agents
{
    public static AIFunction Make()
    {
        var shell = new Shell({|GG6022:_ => true|});
        return shell.Tool();
    }
}
