using ModelContextProtocol.Server;

public static class Sandbox
{
    private const string Root = "/srv/agent/";

    public static bool Holds(string path)
    {
        return Path.GetFullPath(path).StartsWith(Root, StringComparison.Ordinal);
    }
}

[McpServerToolType]
public sealed class FileTools
{
    [McpServerTool]
    public string Delete(string path)
    {
        if (!Sandbox.Holds(path))
        {
            return "outside of the sandbox";
        }

        File.Delete(path);
        return "deleted";
    }
}
