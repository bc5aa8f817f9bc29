using Microsoft.Extensions.AI;

public sealed class Commands
{
    public object? Make(string name) => typeof(Commands).Assembly.CreateInstance({|GG6006:name|});

    public ChatOptions Options()
    {
        var tool = AIFunctionFactory.Create(Make);
        return new ChatOptions { Tools = {|GG6020:[tool]|} };
    }
}
