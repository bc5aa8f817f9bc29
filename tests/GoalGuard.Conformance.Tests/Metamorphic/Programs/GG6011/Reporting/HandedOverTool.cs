using Microsoft.Extensions.AI;

public sealed class Desk(AIFunction inner)
{
    public async Task<object?> Ask(string question)
    {
        var arguments = new AIFunctionArguments { ["question"] = question };
        return await inner.InvokeAsync({|GG6011:arguments|});
    }

    public ChatOptions Options()
    {
        var tool = AIFunctionFactory.Create(Ask);
        return new ChatOptions { Tools = [tool] };
    }
}
