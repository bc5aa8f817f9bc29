using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Packages
{
    [McpServerTool]
    public void Add(string package)
    {
        var start = new ProcessStartInfo("dotnet");
        start.ArgumentList.Add("add");
        start.ArgumentList.Add("package");
        start.ArgumentList.Add({|GG6002:package|});
        Process.Start(start);
    }
}
