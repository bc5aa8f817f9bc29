using System.Collections.Frozen;
using System.ComponentModel;
using System.Diagnostics;

namespace NotesAgent;

/// <summary>What the model may do. Each parameter is text that the model wrote.</summary>
internal static class NotesTools
{
    /// <summary>Ends in a separator, so that a sibling such as <c>notes-agent-2</c> is not taken for a part of it.</summary>
    public static readonly string Folder =
        Path.GetFullPath(Path.Combine(Path.GetTempPath(), "notes-agent")) + Path.DirectorySeparatorChar;

    public static readonly FrozenSet<string> TrustedHosts =
        new[] { "docs.example", "blog.example" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [Description("Runs the .NET command line in the project and returns what it prints.")]
    public static async Task<string> RunDotnet([Description("One argument an item")] string[] arguments)
    {
        // No shell: the program is fixed, and each item arrives as one argument whatever it contains.
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [Description("Saves a note in the notes folder.")]
    public static async Task<string> SaveNote(
        [Description("The name of the file")] string fileName,
        [Description("The text of the note")] string text)
    {
        // Resolve first, then compare: only the full path shows where `..` and rooted names lead.
        var path = Path.GetFullPath(Path.Combine(Folder, fileName));
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
        {
            return "Refused: notes are saved in the notes folder only.";
        }

        await File.WriteAllTextAsync(path, text);
        return $"Saved {fileName}.";
    }
}
