using Microsoft.Extensions.AI;

public static class NotesTools
{
    private static readonly string Folder = Path.GetFullPath("/var/notes") + Path.DirectorySeparatorChar;

    public static async Task<string> SaveNote(string fileName, string text)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, fileName));
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
        {
            return "Refused.";
        }

        await File.WriteAllTextAsync(path, text);
        return $"Saved {fileName}.";
    }

    public static ChatOptions Options() => new() { Tools = [AIFunctionFactory.Create(SaveNote)] };
}
