using Microsoft.Extensions.AI;

namespace Agents;

public sealed class Factory
{
    public IChatClient Make(IChatClient model)
    {
        var invoking = new FunctionInvokingChatClient(model);
        invoking.MaximumIterationsPerRequest = {|GG1002:int.MaxValue|};
        return invoking;
    }
}
