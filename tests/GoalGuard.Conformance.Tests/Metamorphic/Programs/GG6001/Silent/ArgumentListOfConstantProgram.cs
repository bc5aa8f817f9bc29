using ModelContextProtocol.Server;

[McpServerToolType]
public static class GitTools
{
    [McpServerTool]
    public static string Log(string path)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true };
        start.ArgumentList.Add("log");
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(path);
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }
}
