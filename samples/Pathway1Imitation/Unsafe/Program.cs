using Microsoft.Extensions.AI;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that writes a text and revises it until it is content. Exchange the script for a real model and nothing else changes.
using var writer = new ScriptedModel(
        Says("Our new parser reads files."),
        Calls("Changes"),
        Says("Our new parser reads files of any size."),
        Says("Our new parser reads files of any size without loading them. DONE"))
    .AsBuilder()
    .UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = int.MaxValue) // GG1002
    .Build();

// The model may look up what changed, as often as it likes.
var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "The parser streams its input.", "Changes")] };

var draft = Path.Combine(Path.GetTempPath(), "drafting-agent.txt");
var history = new List<ChatMessage>
{
    new(ChatRole.System, "You write release notes. Each time you are asked, write a better draft. End with DONE when it cannot get better."),
    new(ChatRole.User, "The parser no longer loads the whole file."),
};

// Each round is made of the last one's answer, and the model alone decides when there is none: it may never write the word.
while (true) // GG1001
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
