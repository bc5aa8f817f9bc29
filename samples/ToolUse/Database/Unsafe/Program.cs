using Microsoft.Extensions.AI;
using Samples.Shared;
using ShopAgent;
using static Samples.Shared.ScriptedModel;

// An agent that answers for a small shop. Exchange the script for a real model and nothing else changes.
using var agent = new ScriptedModel(
        Calls("TotalOf", ("customer", "Ada")),
        Calls("Calculate", ("formula", "20 * 1.19")),
        Calls("Do", ("action", "Restock")),
        Says("Ada owes 23.80, and the shelves are full."))
    .AsBuilder()
    .UseFunctionInvocation()
    .Build();

using var shop = new Shop();
var tools = new ShopTools(shop);
var options = new ChatOptions
{
    Instructions = "You answer for a small shop.",
    Tools =
    [ // GG6020
        AIFunctionFactory.Create(tools.TotalOf),
        AIFunctionFactory.Create(tools.Calculate),
        AIFunctionFactory.Create(tools.Do),
    ],
};

var done = await agent.GetResponseAsync("What does Ada owe with tax? Then fill the shelves.", options);
Console.WriteLine($"agent> {done.Text}");
