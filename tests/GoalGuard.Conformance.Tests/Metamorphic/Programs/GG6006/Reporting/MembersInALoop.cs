using System.Reflection;
using Microsoft.SemanticKernel;

public sealed class Steps(Kernel kernel)
{
    public async Task<int> RunAsync(object target, string goal)
    {
        var result = await kernel.InvokePromptAsync("One method a line: " + goal);
        var names = (from line in result.ToString().Split('\n') where line.Length > 0 select line).ToArray();
        var count = 0;
        for (var i = 0; i < names.Length; i++)
        {
            target.GetType().InvokeMember({|GG6006:names[i]|}, BindingFlags.InvokeMethod, null, target, null);
            count++;
        }

        return count;
    }
}
