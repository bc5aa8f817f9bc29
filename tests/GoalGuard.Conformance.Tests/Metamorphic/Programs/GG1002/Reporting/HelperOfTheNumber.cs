using Microsoft.Extensions.AI;

namespace Agents;

public static class Factory
{
    public static IChatClient Make(IChatClient model) => new FunctionInvokingChatClient(model) { MaximumIterationsPerRequest = Rounds() };

    private static int Rounds() => {|GG1002:1000|};
}
