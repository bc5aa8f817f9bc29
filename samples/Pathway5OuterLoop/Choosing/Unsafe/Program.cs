using System.Globalization;
using Microsoft.Extensions.AI;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// A planner that lets the model foresee what each of its proposals would bring, and does the one that promises most. Exchange the
// script for a real model and nothing else changes.
using var model = new ScriptedModel(
    Says("Send every customer a reminder."), Says("0.4"),
    Says("Call the three largest customers."), Says("0.7"),
    Says("Stop all deliveries until everybody has paid."), Says("0.9"),
    Says("Please pay soon."), Says("0.5"), Says("We would be glad to hear from you."), Says("0.8"));

var candidates = new List<(string Action, double Score)>();
for (var i = 0; i < 3; i++)
{
    var action = (await model.GetResponseAsync("Propose one thing to do about unpaid bills.")).Text;
    var outcome = (await model.GetResponseAsync("How much of the debt is paid after this, from 0 to 1? " + action)).Text;
    candidates.Add((action, double.Parse(outcome, CultureInfo.InvariantCulture)));
}

// Nobody wrote down which means are acceptable: whatever scores best is done.
var best = candidates.MaxBy(candidate => candidate.Score);
var orders = Path.Combine(Path.GetTempPath(), "outer-loop-orders.txt");
await File.WriteAllTextAsync(orders, best.Action); // GG5001
Console.WriteLine($"Ordered: {best.Action}");
Console.WriteLine($"In other words: {await PhraseAsync(model, best.Action)}");

// The best of a few phrasings, which only leaves the method.
static async Task<string> PhraseAsync(IChatClient model, string action)
{
    var drafts = new List<(string Text, double Score)>();
    for (var i = 0; i < 2; i++)
    {
        var draft = (await model.GetResponseAsync("Put it politely: " + action)).Text;
        var rating = (await model.GetResponseAsync("How polite is this, from 0 to 1? " + draft)).Text;
        drafts.Add((draft, double.TryParse(rating, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : 0));
    }

    return drafts.MaxBy(draft => draft.Score).Text; // GG5002
}
