using Microsoft.Extensions.AI;

namespace Agents;

public static class Factory
{
    public static ChatOptions Make()
    {
        var tokens = 4000;
        return new ChatOptions { MaxOutputTokens = tokens };
    }
}
