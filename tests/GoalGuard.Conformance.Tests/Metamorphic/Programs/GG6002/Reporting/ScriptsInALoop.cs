using Jint;
using Microsoft.SemanticKernel;

public sealed class Steps(Kernel kernel)
{
    public async Task<int> RunAsync(string goal)
    {
        var result = await kernel.InvokePromptAsync("One line of JavaScript a step: " + goal);
        var lines = (from line in result.ToString().Split('\n') where line.Length > 0 select line).ToArray();
        var count = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            new Engine().Execute({|GG6002:lines[i]|});
            count++;
        }

        return count;
    }
}
