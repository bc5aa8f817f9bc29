using Microsoft.SemanticKernel;

public sealed class Machine
{
    private static readonly HashSet<string> Names = new() { "Start", "Stop" };

    [KernelFunction]
    public object? Run(string command)
    {
        if (!Names.Contains(command))
        {
            return null;
        }

        var method = typeof(Machine).GetMethod(command);
        return method!.Invoke(this, null);
    }
}
