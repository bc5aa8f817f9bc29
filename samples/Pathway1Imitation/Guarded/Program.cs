using Microsoft.Extensions.AI;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that writes a text and revises it until it is content, or until its rounds are used up. Exchange the script for a
// real model and nothing else changes.
const int MaxRounds = 5;

using var writer = new ScriptedModel(
        Says("Our new parser reads files."),
        Calls("Changes"),
        Says("Our new parser reads files of any size."),
        Says("Our new parser reads files of any size without loading them. DONE"))
    .AsBuilder()
    .UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = MaxRounds)
    .Build();

// The model may look up what changed, a few times for each draft.
var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "The parser streams its input.", "Changes")] };

var draft = Path.Combine(Path.GetTempPath(), "drafting-agent.txt");
var history = new List<ChatMessage>
{
    new(ChatRole.System, "You write release notes. Each time you are asked, write a better draft. End with DONE when it cannot get better."),
    new(ChatRole.User, "The parser no longer loads the whole file."),
};

// The model may stop earlier; the program stops it for certain.
for (var round = 0; round < MaxRounds; round++)
{
    var answer = await writer.GetResponseAsync(history, options);
    history.AddMessages(answer);
    await File.WriteAllTextAsync(draft, answer.Text);
    if (answer.Text.EndsWith("DONE", StringComparison.Ordinal))
    {
        break;
    }

    history.Add(new ChatMessage(ChatRole.User, "Once more."));
}

Console.WriteLine($"The draft is in {draft}.");
