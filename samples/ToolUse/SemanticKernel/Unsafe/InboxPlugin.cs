using System.ComponentModel;
using System.Diagnostics;
using Microsoft.SemanticKernel;

namespace InboxAgent;

/// <summary>What the model may do. The kernel fills every parameter with what the model wrote.</summary>
internal sealed class InboxPlugin(FileDownloader downloader)
{
    public static readonly string Folder = Path.Combine(Path.GetTempPath(), "inbox-agent");
    public static readonly string Archived = Path.Combine(Folder, "archived");

    [KernelFunction]
    [Description("Deletes a file of the inbox.")]
    public string Delete([Description("The name of the file")] string fileName) // GG6024
    {
        // Joined but not checked: with "../" or a rooted name the model deletes any file that the user can delete.
        File.Delete(
            Path.Combine(Folder, fileName)); // GG6003
        return $"Deleted {fileName}.";
    }

    [KernelFunction]
    [Description("Moves a file of the inbox to the archive.")]
    public string Archive([Description("The name of the file")] string fileName) // GG6024
    {
        // The target is confined by GetFileName. The origin is not, so any file can be taken away from where it belongs.
        File.Move(
            Path.Combine(Folder, fileName), // GG6003
            Path.Combine(Archived, Path.GetFileName(fileName)),
            overwrite: true);
        return $"Archived {fileName}.";
    }

    [KernelFunction]
    [Description("Downloads a file into the inbox.")]
    public async Task<string> Download(
        [Description("The address of the file")] string url, // GG6024
        [Description("The name to save it under")] string fileName) // GG6024
    {
        // The service acts on both as they come: the model picks the server and the place on the disk.
        var length = await downloader.SaveAsync(
            url, // GG6004
            Path.Combine(Folder, fileName)); // GG6003
        return $"Saved {length} characters.";
    }

    [KernelFunction]
    [Description("Runs git and returns what it prints.")]
    public async Task<string> Git([Description("The arguments")] string arguments)
    {
        // One string of arguments is any command that git knows, and `-c alias.x=!…` is any command that it does not.
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true };
        start.Arguments =
            arguments; // GG6001

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
