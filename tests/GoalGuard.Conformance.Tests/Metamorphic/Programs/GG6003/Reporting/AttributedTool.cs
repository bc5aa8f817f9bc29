using Microsoft.SemanticKernel;

public sealed class FilePlugin
{
    [KernelFunction]
    public string Save(string path, string text)
    {
        File.WriteAllText({|GG6003:path|}, text);
        return "saved " + path;
    }
}
