using Microsoft.Extensions.AI;
using OversightAgent;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent whose tool needs approval, in a program that asks a person.
using var agent = new ScriptedModel(
        Calls("RunAll"),
        Calls("Remove", ("name", "holidays")),
        Says("The note is gone."))
    .AsBuilder()
    .UseFunctionInvocation()
    .Build();

var options = new ChatOptions { Tools = [AIFunctionFactory.Create(Snippets.RunAll), new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Notes.Remove))] };
var messages = new List<ChatMessage> { new(ChatRole.User, "Tidy up.") };
var done = await agent.GetResponseAsync(messages, options);
while (done.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().ToList() is { Count: > 0 } requests)
{
    messages.AddRange(done.Messages);
    messages.Add(new ChatMessage(ChatRole.User, requests.Select(AIContent (request) => request.CreateResponse(Agrees(request))).ToList()));
    done = await agent.GetResponseAsync(messages, options);
}

Console.WriteLine($"agent> {done.Text}");

static bool Agrees(ToolApprovalRequestContent request)
{
    var call = (FunctionCallContent)request.ToolCall;
    Console.Write($"{call.Name} {string.Join(", ", call.Arguments?.Values ?? [])}? (y/n) ");
    return string.Equals(Console.ReadLine()?.Trim(), "y", StringComparison.OrdinalIgnoreCase);
}
