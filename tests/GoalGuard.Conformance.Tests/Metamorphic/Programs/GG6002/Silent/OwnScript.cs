using Jint;
using Microsoft.SemanticKernel;

public sealed class ScriptPlugin
{
    [KernelFunction]
    public string Size(string text)
    {
        var engine = new Engine();
        engine.SetValue("text", text);
        return engine.Evaluate("text.length").ToString();
    }
}
