using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class FileTools
{
    [McpServerTool]
    public void Rename(string oldName, string newName)
    {
        File.Move({|GG6003:oldName|}, newName);
    }
}
