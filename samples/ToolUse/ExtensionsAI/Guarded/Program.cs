using Microsoft.Extensions.AI;
using NotesAgent;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// The same agent with a precaution between what the model says and what the program does.
using var agent = new ScriptedModel(
        Calls("RunDotnet", ("arguments", new[] { "--version" })),
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
    [
        // `dotnet run` and `dotnet build` execute whatever the project says, so a person sees the arguments first.
        new ApprovalRequiredAIFunction(AIFunctionFactory.Create(NotesTools.RunDotnet)),
        AIFunctionFactory.Create(NotesTools.SaveNote),
    ],
};

Directory.CreateDirectory(NotesTools.Folder);
Console.WriteLine($"agent> {await Conversation.AskAsync(agent, "Note down which SDK we build with.", options)}");

// The answer is an address only after it parsed as one, and the program connects only to hosts that are listed here.
var source = await agent.GetResponseAsync("Which page says what is new in it? Answer with the address alone.");
// A handler of the real web also needs AllowAutoRedirect = false: the list is compared with the first address alone.
using var http = new HttpClient(new OfflineWeb());
if (Uri.TryCreate(source.Text.Trim(), UriKind.Absolute, out var address)
    && address.Scheme == Uri.UriSchemeHttps
    && NotesTools.TrustedHosts.Contains(address.Host))
{
    Console.WriteLine($"agent> {await http.GetStringAsync(address)}");
}
else
{
    Console.WriteLine("agent> That page is not on the list of hosts.");
}
