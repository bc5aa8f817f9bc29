using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class ReportTools
{
    [McpServerTool]
    public string Make(string title)
    {
        var start = new ProcessStartInfo("report-maker");
        start.ArgumentList.Add(title);
        using var made = Process.Start(start)!;
        if (!made.WaitForExit(1000))
        {
            made.Kill();
        }

        return "done";
    }
}
