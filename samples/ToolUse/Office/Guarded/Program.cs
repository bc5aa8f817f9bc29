using Microsoft.Extensions.AI;
using OfficeAgent;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// The same agent with a precaution between what the model says and what happens outside.
using var agent = new ScriptedModel(
        Calls("Ask", ("desk", "opening-hours")),
        Calls("Set", ("name", "OFFICE_LANGUAGE"), ("value", "en")),
        Calls("Send", ("to", "ada@shop.example"), ("text", "We are closed on Sunday.")),
        Says("Ada knows."))
    .AsBuilder()
    .UseFunctionInvocation()
    .Build();

using var post = Post.Open();
var tools = new OfficeTools(post);
var options = new ChatOptions
{
    Instructions = "You answer letters.",
    Tools =
    [
        AIFunctionFactory.Create(tools.Ask),
        AIFunctionFactory.Create(tools.Set),
        AIFunctionFactory.Create(tools.Send),
    ],
};

var done = await agent.GetResponseAsync("Ada asks whether we are open on Sunday.", options);
Console.WriteLine($"agent> {done.Text}");
