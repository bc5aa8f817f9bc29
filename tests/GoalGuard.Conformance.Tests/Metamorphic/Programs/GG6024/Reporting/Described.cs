using System.ComponentModel;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Workshop
{
    private readonly string _folder = "workshop";

    [McpServerTool, Description("Runs something in the workshop.")]
    public int Run([Description("The shell command to run.")] string {|GG6024:text|}, int seconds)
    {
        var arguments = "-c " + text;
        var info = new ProcessStartInfo("bash", {|GG6001:arguments|});
        info.WorkingDirectory = _folder;
        using var process = Process.Start(info);
        process!.WaitForExit(seconds * 1000);
        return process.ExitCode;
    }
}
