using System.Globalization;
using Microsoft.Extensions.AI;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that improves a prompt until a judge is content with it. Exchange the scripts for real models and nothing else changes.
using var writer = new ScriptedModel(
    Says("Answer politely."),
    Says("Answer politely and briefly."),
    Says("Answer politely, briefly, and say where it can be read up."));
using var judge = new ScriptedModel(Says("4"), Says("6"), Says("9"));

var file = Path.Combine(Path.GetTempPath(), "prompting-agent.txt");
var prompt = "Answer.";
double score;

// Every trial is put in place at once, and only a score ends them: one that the judge never gives is tried for ever.
do // GG5004
{
    prompt = (await writer.GetResponseAsync("Improve this prompt: " + prompt)).Text;
    await File.WriteAllTextAsync(file, prompt);
    score = double.Parse((await judge.GetResponseAsync("Rate this prompt from 0 to 10: " + prompt)).Text, CultureInfo.InvariantCulture);
}
while (score < 9);

Console.WriteLine($"The prompt is in {file}.");
