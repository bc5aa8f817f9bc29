using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Notes
{
    private const string Folder = "notes";

    [KernelFunction, Description("Shows a note.")]
    public string Show(string name)
    {
        var file = Path.Combine(Folder, Path.GetFileName(name));
        var content = File.ReadAllText(file);
        return "It says: " + content;
    }
}
