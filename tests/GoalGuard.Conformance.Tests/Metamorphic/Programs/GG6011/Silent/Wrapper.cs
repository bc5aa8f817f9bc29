using Microsoft.Extensions.AI;

public sealed class Counted(AIFunction inner) : DelegatingAIFunction(inner)
{
    public int Calls { get; private set; }

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        Calls++;
        return await InnerFunction.InvokeAsync(arguments, cancellationToken);
    }
}
