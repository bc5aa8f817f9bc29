using Microsoft.SemanticKernel;

public enum Verb
{
    Start,
    Stop,
}

public sealed class Machine(Kernel kernel)
{
    public async Task<object?> RunAsync(string goal)
    {
        var result = await kernel.InvokePromptAsync("Start or Stop? " + goal);
        if (!Enum.TryParse<Verb>(result.ToString(), out var verb))
        {
            return null;
        }

        return typeof(Machine).GetMethod(verb.ToString())!.Invoke(this, null);
    }
}
