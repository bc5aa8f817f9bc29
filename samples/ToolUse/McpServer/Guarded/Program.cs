using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Samples.Shared;
using WorkshopServer;

// The same server with tools whose parameters leave the model a choice, not a free hand. `--stdio` serves a real client;
// without it a client inside the process calls each tool once.
// No console logging: standard output belongs to the protocol.
var builder = Host.CreateEmptyApplicationBuilder(settings: null);
builder.Services.AddSingleton(new HttpClient(new OfflineWeb()));
var server = builder.Services.AddMcpServer().WithTools<WorkshopTools>();

Directory.CreateDirectory(WorkshopTools.Folder);
if (args.Contains("--stdio"))
{
    server.WithStdioServerTransport();
    await builder.Build().RunAsync();
    return;
}

await McpDemo.RunAsync(
    builder,
    server,
    ("run_check", new() { ["check"] = "SdkVersion" }),
    ("write_note", new() { ["name"] = "hello.txt", ["text"] = "Hello." }),
    ("show_file", new() { ["name"] = "hello.txt" }),
    ("remove_file", new() { ["name"] = "hello.txt" }),
    ("read_manual", new() { ["topic"] = "start" }));
