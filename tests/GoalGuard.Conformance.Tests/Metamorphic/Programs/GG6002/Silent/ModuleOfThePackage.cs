using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Packages
{
    [McpServerTool]
    public void Restore(string project)
    {
        var start = new ProcessStartInfo("dotnet");
        start.ArgumentList.Add("restore");
        start.ArgumentList.Add(project);
        Process.Start(start);
    }
}
