using Jint;
using Microsoft.SemanticKernel;

public sealed class Rounds(Kernel kernel)
{
    public async Task<string> RunAsync(string goal)
    {
        var result = await kernel.InvokePromptAsync("How many rounds for " + goal);
        if (!int.TryParse(result.ToString(), out var count))
        {
            return "no number";
        }

        return new Engine().Evaluate("go(" + count + ")").ToString();
    }
}
