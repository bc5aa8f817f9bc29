using Microsoft.Extensions.AI;
using NotesAgent;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that keeps the release notes of a .NET project. Exchange the script for a real model and nothing else changes.
using var agent = new ScriptedModel(
        Calls("RunCommand", ("command", "dotnet --version")),
        Calls("SaveNote", ("fileName", "build.md"), ("text", "Built with the installed .NET SDK.")),
        Says("The note is in build.md."),
        Says("https://docs.example/whats-new"))
    .AsBuilder()
    .UseFunctionInvocation()
    .Build();

var options = new ChatOptions
{
    Instructions = "You keep the release notes of a .NET project.",
    Tools =
    [ // GG6020
        AIFunctionFactory.Create(NotesTools.RunCommand),
        AIFunctionFactory.Create(NotesTools.SaveNote),
    ],
};

Directory.CreateDirectory(NotesTools.Folder);
var done = await agent.GetResponseAsync("Note down which SDK we build with.", options);
Console.WriteLine($"agent> {done.Text}");

// The model's answer is taken for an address as it stands: whoever can influence the answer chooses where the program
// connects to, an internal service or a server that collects what the address carries included.
var source = await agent.GetResponseAsync("Which page says what is new in it? Answer with the address alone.");
using var http = new HttpClient(new OfflineWeb());
var page = await http.GetStringAsync(
    source.Text.Trim()); // GG6004
Console.WriteLine($"agent> {page}");
