using System.Globalization;
using Microsoft.Extensions.AI;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that improves a prompt until a judge is content with it, or its trials are used up; nothing is put in place before the end.
// Exchange the scripts for real models and nothing else changes.
const int MaxTrials = 5;

using var writer = new ScriptedModel(
    Says("Answer politely."),
    Says("Answer politely and briefly."),
    Says("Answer politely, briefly, and say where it can be read up."));
using var judge = new ScriptedModel(Says("4"), Says("6"), Says("9"));

var file = Path.Combine(Path.GetTempPath(), "prompting-agent.txt");
var prompt = "Answer.";
for (var trial = 0; trial < MaxTrials; trial++)
{
    prompt = (await writer.GetResponseAsync("Improve this prompt: " + prompt)).Text;
    if (double.Parse((await judge.GetResponseAsync("Rate this prompt from 0 to 10: " + prompt)).Text, CultureInfo.InvariantCulture) >= 9)
    {
        break;
    }
}

await File.WriteAllTextAsync(file, prompt);
Console.WriteLine($"The prompt is in {file}.");
