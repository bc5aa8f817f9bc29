using Jint;
using Microsoft.SemanticKernel;

public sealed class ScriptPlugin
{
    [KernelFunction]
    public string Run(string script)
    {
        var engine = new Engine(options => options.MaxStatements(1000));
        return engine.Evaluate(script).ToString();
    }
}
