using System.Collections.Frozen;
using Microsoft.Extensions.AI;
using RemoteToolsAgent;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that hands the model the tools it means, whatever else a server offers.
using var agent = new ScriptedModel(
        Calls("find_title", ("title", "Emma")),
        Calls("opening_hours", ("day", "Monday")),
        Says("Emma is on shelf 7; on Monday the library is open from nine to five."))
    .AsBuilder()
    .UseFunctionInvocation()
    .Build();

var meant = new[] { "find_title", "opening_hours" }.ToFrozenSet();
await using var library = await Library.ConnectAsync();
var tools = await library.ListToolsAsync();
var options = new ChatOptions { Tools = [.. tools.Where(tool => meant.Contains(tool.Name))] };
var answer = await agent.GetResponseAsync("Where is Emma, and when can I fetch it on Monday?", options);
Console.WriteLine($"agent> {answer.Text}");
