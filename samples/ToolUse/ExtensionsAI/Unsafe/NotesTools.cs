using System.ComponentModel;
using System.Diagnostics;

namespace NotesAgent;

/// <summary>What the model may do. Each parameter is text that the model wrote.</summary>
internal static class NotesTools
{
    public static readonly string Folder = Path.Combine(Path.GetTempPath(), "notes-agent");

    private static readonly (string Program, string Switch) Shell =
        OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");

    [Description("Runs a command in the project and returns what it prints.")]
    public static async Task<string> RunCommand([Description("The command line")] string command) // GG6024
    {
        // A shell reads the whole string: a `;`, a `&&` or a quotation mark in it starts any other program.
        var start = new ProcessStartInfo(Shell.Program)
        {
            Arguments = $"{Shell.Switch} \"{command}\"", // GG6001
            RedirectStandardOutput = true,
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [Description("Saves a note in the notes folder.")]
    public static async Task<string> SaveNote(
        [Description("The name of the file")] string fileName, // GG6024
        [Description("The text of the note")] string text)
    {
        // Path.Combine confines nothing: "../.bashrc" climbs out of the folder, and "/etc/hosts" replaces it.
        await File.WriteAllTextAsync(
            Path.Combine(Folder, fileName), // GG6003
            text);
        return $"Saved {fileName}.";
    }
}
