using System.ComponentModel;
using System.Diagnostics;
using Microsoft.SemanticKernel;

namespace InboxAgent;

/// <summary>What the model may do. The kernel fills every parameter with what the model wrote.</summary>
internal sealed class InboxPlugin(FileDownloader downloader)
{
    /// <summary>Ends in a separator, so that a sibling such as <c>inbox-agent-2</c> is not taken for a part of it.</summary>
    public static readonly string Folder =
        Path.GetFullPath(Path.Combine(Path.GetTempPath(), "inbox-agent")) + Path.DirectorySeparatorChar;

    public static readonly string Archived = Path.Combine(Folder, "archived");

    private static readonly HashSet<string> TrustedHosts =
        new(StringComparer.OrdinalIgnoreCase) { "files.example", "reports.example" };

    [KernelFunction]
    [Description("Deletes a file of the inbox.")]
    public string Delete([Description("The name of the file")] string fileName)
    {
        File.Delete(Confine(fileName));
        return $"Deleted {fileName}.";
    }

    [KernelFunction]
    [Description("Moves a file of the inbox to the archive.")]
    public string Archive([Description("The name of the file")] string fileName)
    {
        File.Move(
            Confine(fileName),
            Path.Combine(Archived, Path.GetFileName(fileName)),
            overwrite: true);
        return $"Archived {fileName}.";
    }

    [KernelFunction]
    [Description("Downloads a file into the inbox.")]
    public async Task<string> Download(
        [Description("The address of the file")] string url,
        [Description("The name to save it under")] string fileName)
    {
        // A short list of hosts, compared with the host that the parser found: "https://files.example@evil.example" fails.
        var address = new Uri(url, UriKind.Absolute);
        if (address.Scheme != Uri.UriSchemeHttps || !TrustedHosts.Contains(address.Host))
        {
            return $"Refused: {address.Host} is not on the list of hosts.";
        }

        var length = await downloader.SaveAsync(address, Confine(fileName));
        return $"Saved {length} characters.";
    }

    [KernelFunction]
    [Description("Shows the last commits that changed a file of the project.")]
    public async Task<string> GitHistory([Description("The name of the file")] string fileName)
    {
        if (!Confirm($"Run git log on {fileName}?"))
        {
            return "Refused by the user.";
        }

        // The argument list keeps the name in one piece, and `--` keeps it from being read as an option.
        var start = new ProcessStartInfo("git")
        {
            ArgumentList = { "log", "--oneline", "--max-count=5", "--", fileName },
            RedirectStandardOutput = true,
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    /// <summary>The full path of a file of the inbox. Resolve first, then compare: only so does `..` show where it leads.</summary>
    /// <exception cref="UnauthorizedAccessException">The name leads out of the inbox.</exception>
    private static string Confine(string fileName)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, fileName));
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
        {
            throw new UnauthorizedAccessException("Only files of the inbox can be changed.");
        }

        return path;
    }

    /// <summary>Anything but a typed yes refuses, the end of the input included.</summary>
    private static bool Confirm(string question)
    {
        Console.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }
}
