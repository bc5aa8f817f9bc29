using Microsoft.SemanticKernel;

public sealed class Browser
{
    [KernelFunction]
    public string Describe(string name)
    {
        var method = typeof(Browser).GetMethod(name);
        return method is null ? "none" : method.ToString()!;
    }
}
