using Microsoft.SemanticKernel;

namespace Shop;

public sealed class Stock
{
    [KernelFunction]
    public void Remove(string item)
    {
        var path = Path.Combine("stock", "removed.txt");
        File.AppendAllText(path, item);
    }
}

public sealed class Asking : IFunctionInvocationFilter
{
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        Console.WriteLine(context.Function.Name + "? (y/n)");
        var answer = Console.ReadLine();
        if (answer == "y")
        {
            await next(context);
        }
    }
}

public static class Program
{
    public static async Task<string> RunAsync(string prompt)
    {
        var kernel = new Kernel();
        var filter = new Asking();
        kernel.FunctionInvocationFilters.Add(filter);
        kernel.ImportPluginFromObject(new Stock());
        var result = await kernel.InvokePromptAsync(prompt);
        return result.ToString();
    }
}
