using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class ProcessTools
{
    private static readonly HashSet<string> Ours = new() { "report-worker", "mail-worker" };

    [McpServerTool]
    public string End(string name)
    {
        if (!Ours.Contains(name))
        {
            return "not ours";
        }

        foreach (var process in Process.GetProcessesByName(name))
        {
            process.Kill();
        }

        return "ended";
    }
}
