using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Machine
{
    [McpServerTool]
    public object? Run(string command)
    {
        var name = command switch
        {
            "start" => "Start",
            "stop" => "Stop",
            _ => throw new ArgumentException("unknown"),
        };
        return typeof(Machine).GetMethod(name)!.Invoke(this, null);
    }
}
