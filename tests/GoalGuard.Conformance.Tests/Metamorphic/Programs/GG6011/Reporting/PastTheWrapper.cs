using Microsoft.Extensions.AI;

namespace Desk;

public sealed class Loop(IChatClient client)
{
    public async Task<object?> RunAsync(string goal)
    {
        var hours = AIFunctionFactory.Create((string day) => day + ": nine to five", "hours");
        var tool = new ApprovalRequiredAIFunction(hours);
        var options = new ChatOptions { Tools = [tool] };
        var reply = await client.GetResponseAsync(goal, options);
        var call = reply.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().First();
        var arguments = new AIFunctionArguments(call.Arguments);
        return await tool.InvokeAsync({|GG6011:arguments|});
    }
}
