using System.ComponentModel;
using System.Diagnostics;
using ModelContextProtocol.Server;

namespace WorkshopServer;

/// <summary>The tools of the server. Whichever model stands behind the client writes their parameters.</summary>
[McpServerToolType]
internal sealed class WorkshopTools(HttpClient http)
{
    public static readonly string Folder = Path.Combine(Path.GetTempPath(), "workshop-server");

    private static readonly (string Program, string Switch) Shell =
        OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");

    [McpServerTool]
    [Description("Runs a command and returns what it prints.")]
    public async Task<string> RunCommand([Description("The command line")] string command) // GG6024
    {
        // A list of forbidden words is no precaution: there is always another way to say it.
        if (command.Contains("rm ") || command.Contains("sudo"))
        {
            return "Refused.";
        }

        // Nor is an argument list, if the program is a shell: one of its arguments is itself a program.
        var start = new ProcessStartInfo(
            Shell.Program,
            [Shell.Switch, command]) // GG6001
        {
            RedirectStandardOutput = true,
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [McpServerTool]
    [Description("Writes a file of the workshop.")]
    public async Task<string> WriteFile(
        [Description("The path of the file")] string path, // GG6024
        [Description("What to write")] string content)
    {
        // The second argument only says where a relative path begins. It does not say where the path may end.
        await File.WriteAllTextAsync(
            Path.GetFullPath(path, Folder), // GG6003
            content);
        return $"Wrote {path}.";
    }

    [McpServerTool]
    [Description("Shows a file of the workshop.")]
    public async Task<string> ShowFile([Description("The name of the file")] string name)
    {
        // Joined but not checked: with "../" or a rooted name the model reads any file that the server can read, and keeps what it says.
        return await File.ReadAllTextAsync(
            Path.Combine(Folder, name)); // GG6009
    }

    [McpServerTool]
    [Description("Removes a file of the workshop.")]
    public string RemoveFile(
        [Description("The name of the file")] string name,
        [Description("Whether it may lie outside of the workshop")] bool anywhere) // GG6025
    {
        // The check is a good one, and the model says whether it is made.
        var full = Path.GetFullPath(Path.Combine(Folder, name));
        if (!anywhere && !full.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return "The file is not in the workshop.";
        }

        File.Delete(full);
        return $"Removed {name}.";
    }

    [McpServerTool]
    [Description("Fetches a page and returns its text.")]
    public async Task<string> Fetch([Description("The address of the page")] string url) // GG6024
    {
        // The server may reach hosts that its client cannot. Here the model behind the client reaches them through it.
        return await http.GetStringAsync(
            url); // GG6004
    }
}
