using System.Reflection;
using Microsoft.Extensions.AI;

public sealed class Extensions
{
    public string? Load(string path) => Assembly.LoadFrom({|GG6002:path|}).FullName;

    public ChatOptions Options()
    {
        var tool = AIFunctionFactory.Create(Load);
        return new ChatOptions { Tools = {|GG6020:[tool]|} };
    }
}
