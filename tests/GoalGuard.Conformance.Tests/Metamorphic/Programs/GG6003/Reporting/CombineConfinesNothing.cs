using Microsoft.Extensions.AI;

public static class NotesTools
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "notes");

    public static async Task<string> SaveNote(string fileName, string text)
    {
        await File.WriteAllTextAsync({|GG6003:Path.Combine(Folder, fileName)|}, text);
        return $"Saved {fileName}.";
    }

    public static ChatOptions Options() => new() { Tools = {|GG6020:[AIFunctionFactory.Create(SaveNote)]|} };
}
