using Microsoft.SemanticKernel;

public sealed class Machine
{
    [KernelFunction]
    public object? Say(string text)
    {
        var method = typeof(Machine).GetMethod("Print");
        return method!.Invoke(this, new object[] { text });
    }

    public void Print(string text) => Console.WriteLine(text);
}
