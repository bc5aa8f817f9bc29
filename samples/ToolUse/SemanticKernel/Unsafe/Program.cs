using InboxAgent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Samples.Shared;
using static Samples.Shared.ScriptedModel;

// An agent that keeps a folder tidy. Exchange the script for a connector and nothing else changes.
var model = new ScriptedModel(
        Calls("Inbox_Download", ("url", "https://files.example/report.txt"), ("fileName", "report.txt")),
        Calls("Inbox_Archive", ("fileName", "report.txt")),
        Calls("Inbox_Delete", ("fileName", "draft.txt")),
        Calls("Inbox_Git", ("arguments", "--version")),
        Says("The report is archived and the draft is gone."))
    .AsBuilder()
    .UseKernelFunctionInvocation()
    .Build();

var builder = Kernel.CreateBuilder();
builder.Services.AddSingleton(model.AsChatCompletionService());
builder.Services.AddSingleton(new HttpClient(new OfflineWeb()));
builder.Services.AddSingleton<FileDownloader>();
builder.Plugins.AddFromType<InboxPlugin>("Inbox"); // GG6020
var kernel = builder.Build();

Directory.CreateDirectory(InboxPlugin.Archived);
await File.WriteAllTextAsync(Path.Combine(InboxPlugin.Folder, "draft.txt"), "A draft.");

var chat = kernel.GetRequiredService<IChatCompletionService>();
var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
var history = new ChatHistory("You keep the inbox folder of the user tidy.");
history.AddUserMessage("Fetch the report, archive it and throw the draft away.");

var reply = await chat.GetChatMessageContentAsync(history, settings, kernel);
Console.WriteLine($"agent> {reply.Content}");
