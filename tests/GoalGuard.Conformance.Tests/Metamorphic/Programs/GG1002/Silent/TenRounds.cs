using Microsoft.Extensions.AI;

namespace Agents;

public static class Factory
{
    private const int MaxRounds = 10;

    public static IChatClient Make(IChatClient model)
    {
        var invoking = new FunctionInvokingChatClient(model);
        invoking.MaximumIterationsPerRequest = MaxRounds;
        return invoking;
    }
}
