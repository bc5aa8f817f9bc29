using Jint;
using Microsoft.Extensions.AI;

public sealed class Scripts
{
    public string Run(string script) => new Engine().Evaluate(script).ToString();

    public ChatOptions Options()
    {
        var tool = new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Run));
        return new ChatOptions { Tools = [tool] };
    }
}
