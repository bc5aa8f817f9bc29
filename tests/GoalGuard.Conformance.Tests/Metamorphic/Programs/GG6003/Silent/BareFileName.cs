using Microsoft.SemanticKernel;

public sealed class FilePlugin
{
    [KernelFunction]
    public string Save(string path, string text)
    {
        var name = Path.GetFileName(path);
        File.WriteAllText(Path.Combine("/var/notes", name), text);
        return "saved " + name;
    }
}
