using Microsoft.Extensions.AI;
using OversightAgent;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent whose tool needs approval, in a program that approves everything.
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
while (done.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().ToList() is { Count: > 0 } requests) // GG1001
{
    messages.AddRange(done.Messages);
    messages.Add(new ChatMessage(ChatRole.User, requests.Select(AIContent (request) => request.CreateResponse(approved: true)).ToList())); // GG6022
    done = await agent.GetResponseAsync(messages, options);
}

Console.WriteLine($"agent> {done.Text}");
