using ModelContextProtocol.Server;

public enum Service
{
    Web,
    Mail,
}

[McpServerToolType]
public sealed class Restarter
{
    [McpServerTool]
    public string Restart(string service)
    {
        if (!Enum.TryParse<Service>(service, out var known))
        {
            return "unknown service";
        }

        Process.Start("bash", $"-c \"systemctl restart {known}\"");
        return "restarted";
    }
}
