using ModelContextProtocol.Server;
using Renci.SshNet;

[McpServerToolType]
public sealed class ServerTools(SshClient server)
{
    [McpServerTool]
    public string Run(string command)
    {
        using var done = server.RunCommand({|GG6008:command|});
        return done.Result;
    }
}
