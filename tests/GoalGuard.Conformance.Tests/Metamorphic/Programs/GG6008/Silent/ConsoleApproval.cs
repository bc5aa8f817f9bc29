using ModelContextProtocol.Server;
using Renci.SshNet;

[McpServerToolType]
public sealed class ServerTools(SshClient server)
{
    [McpServerTool]
    public string Run(string command)
    {
        Console.Error.WriteLine(command);
        if (Console.ReadLine() != "y")
        {
            return "Nobody agreed.";
        }

        using var done = server.RunCommand(command);
        return done.Result;
    }
}
