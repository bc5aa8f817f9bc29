using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Notes
{
    private static readonly string Root = Path.GetFullPath("notes") + Path.DirectorySeparatorChar;

    [KernelFunction, Description("Writes a note.")]
    public string Write(string name, string text, bool overwrite)
    {
        var file = Path.GetFullPath(Path.Combine(Root, name));
        if (!file.StartsWith(Root, StringComparison.Ordinal))
        {
            return "outside";
        }

        if (!overwrite && File.Exists(file))
        {
            return "exists";
        }

        File.WriteAllText(file, text);
        return "wrote " + name;
    }
}
