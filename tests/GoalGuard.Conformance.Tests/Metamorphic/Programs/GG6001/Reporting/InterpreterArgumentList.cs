using ModelContextProtocol.Server;

[McpServerToolType]
public static class PythonTools
{
    [McpServerTool(Name = "python")]
    public static string Execute(string code)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add({|GG6001:code|});
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }
}
