using Microsoft.SemanticKernel;

public sealed class Machine
{
    [KernelFunction]
    public object? Run(string command)
    {
        var method = GetType().GetMethod(command);
        return method!.{|GG6006:Invoke|}(this, null);
    }

    public void Start()
    {
    }
}
