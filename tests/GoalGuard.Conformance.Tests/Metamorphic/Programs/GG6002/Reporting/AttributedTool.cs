using Jint;
using Microsoft.SemanticKernel;

public sealed class ScriptPlugin
{
    private readonly Engine _engine = new();

    [KernelFunction]
    public string Run(string script)
    {
        return _engine.Evaluate({|GG6002:script|}).ToString();
    }
}
