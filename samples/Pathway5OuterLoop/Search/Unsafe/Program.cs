using System.Globalization;
using Microsoft.Extensions.AI;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// A planner that searches: the model proposes next steps, the model rates them, the best is followed first. Exchange the script for a
// real model and nothing else changes.
using var model = new ScriptedModel(
    Says("Clear the shelves\nOrder new shelves"),
    Says("4"),
    Says("7"),
    Says("Order new shelves, then sell the old ones"),
    Says("9"),
    Says(""),
    Says(""));

var file = Path.Combine(Path.GetTempPath(), "planning-agent.txt");
var open = new PriorityQueue<string, double>();
open.Enqueue("Make room for more books", 0);

// What the score likes best is done at once, and the model alone decides whether there is more to follow.
while (open.Count > 0) // GG5003
{
    var plan = open.Dequeue();
    await File.WriteAllTextAsync(file, plan);
    var answer = await model.GetResponseAsync("Propose next steps, one a line, for: " + plan);
    foreach (var step in answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
    {
        var rating = await model.GetResponseAsync("Rate this plan from 0 to 10: " + step);
        open.Enqueue(step, -double.Parse(rating.Text, CultureInfo.InvariantCulture));
    }
}

Console.WriteLine($"The plan is in {file}.");
