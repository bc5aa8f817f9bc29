using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class ProcessTools
{
    [McpServerTool]
    public string End(int id)
    {
        var found = Process.GetProcessById(id);
        found.{|GG6010:Kill|}();
        return "ended";
    }
}
