using System.Reflection;
using ModelContextProtocol.Server;

[McpServerToolType]
public sealed class Settings
{
    public string Theme { get; set; } = "";

    [McpServerTool]
    public void Set(string name, string value)
    {
        var property = typeof(Settings).GetProperty(name);
        property!.{|GG6006:SetValue|}(this, value);
    }
}
