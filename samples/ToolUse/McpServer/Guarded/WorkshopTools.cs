using System.ComponentModel;
using System.Diagnostics;
using ModelContextProtocol.Server;

namespace WorkshopServer;

/// <summary>What the server can check. A closed set: the model picks one of these or nothing.</summary>
internal enum Check
{
    SdkVersion,
    RuntimeVersions,
}

/// <summary>The tools of the server. Whichever model stands behind the client writes their parameters.</summary>
[McpServerToolType]
internal sealed class WorkshopTools(HttpClient http)
{
    public static readonly string Folder = Path.Combine(Path.GetTempPath(), "workshop-server");

    [McpServerTool]
    [Description("Checks the tools of the workshop and returns what they print.")]
    public async Task<string> RunCheck([Description("What to check")] Check check)
    {
        // The model chooses among constants. An enum may still hold a number without a name, so the rest is refused.
        var start = new ProcessStartInfo("dotnet")
        {
            Arguments = check switch
            {
                Check.SdkVersion => "--version",
                Check.RuntimeVersions => "--list-runtimes",
                _ => throw new ArgumentOutOfRangeException(nameof(check)),
            },
            RedirectStandardOutput = true,
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [McpServerTool]
    [Description("Writes a note into the workshop's folder.")]
    public async Task<string> WriteNote(
        [Description("The name of the note")] string name,
        [Description("What to write")] string text)
    {
        // Only the last part of the name is kept, so nothing in it can lead out of the folder.
        await File.WriteAllTextAsync(Path.Combine(Folder, Path.GetFileName(name)), text);
        return "Wrote the note.";
    }

    [McpServerTool]
    [Description("Shows a file of the workshop.")]
    public async Task<string> ShowFile([Description("The name of the file")] string name) =>
        await File.ReadAllTextAsync(Path.Combine(Folder, Path.GetFileName(name)));

    [McpServerTool]
    [Description("Removes a file of the workshop.")]
    public string RemoveFile([Description("The name of the file")] string name)
    {
        // The same check, and nobody can leave it out.
        var full = Path.GetFullPath(Path.Combine(Folder, name));
        if (!full.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return "The file is not in the workshop.";
        }

        File.Delete(full);
        return $"Removed {name}.";
    }

    [McpServerTool]
    [Description("Returns a page of the manual.")]
    public async Task<string> ReadManual([Description("The topic")] string topic)
    {
        // The host is a literal up to its closing slash; what follows can only name a page of it.
        return await http.GetStringAsync($"https://docs.example/manual/{Uri.EscapeDataString(topic)}");
    }
}
