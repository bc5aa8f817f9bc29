using System.ComponentModel;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Workshop
{
    [McpServerTool, Description("Runs something in the workshop.")]
    public int Run([Description("The shell command to run: date or uptime.")] string command)
    {
        if (command is not ("date" or "uptime"))
        {
            return -1;
        }

        using var process = Process.Start("bash", "-c " + command);
        process!.WaitForExit();
        return process.ExitCode;
    }
}
