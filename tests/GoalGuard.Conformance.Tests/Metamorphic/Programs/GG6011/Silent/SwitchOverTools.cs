using Microsoft.SemanticKernel;

public sealed class RelayPlugin(Kernel kernel)
{
    [KernelFunction]
    public async Task<string?> Ask(string what)
    {
        var function = what switch { "time" => "GetTime", _ => "GetDate" };
        var result = await kernel.InvokeAsync("clock", function);
        return result.GetValue<string>();
    }
}
