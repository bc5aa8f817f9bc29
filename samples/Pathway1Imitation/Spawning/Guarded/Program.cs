using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that plans, and makes an agent for each task of its plan, up to as many as the program allows. Exchange the script for a real model and nothing else changes.
const int MaxAgents = 3;

using var model = new ScriptedModel(
    Says("Read the parser\nRead the tests"),
    Says("The parser reads files."),
    Says("The tests cover the parser."));

var team = new List<AIAgent>();

// The model says which tasks there are, and so how many agents come to be and what each of them is told.
var plan = await model.GetResponseAsync("Which tasks are there to learn what the program does? One a line.");
foreach (var task in plan.Text.Split('\n').Take(MaxAgents))
{
    team.Add(new ChatClientAgent(model, instructions: task));
}

foreach (var member in team)
{
    Console.WriteLine(await member.RunAsync("Begin."));
}
