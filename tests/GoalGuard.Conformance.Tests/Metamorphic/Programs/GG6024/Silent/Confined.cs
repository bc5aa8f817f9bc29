using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Notes
{
    private const string Folder = "notes";

    [KernelFunction, Description("Removes a note.")]
    public string Remove([Description("The path of the note.")] string path)
    {
        var name = Path.GetFileName(path);
        var file = Path.Combine(Folder, name);
        File.Delete(file);
        return $"removed {name}";
    }
}
