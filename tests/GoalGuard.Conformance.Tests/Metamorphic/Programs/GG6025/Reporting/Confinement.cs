using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Notes
{
    private static readonly string Root = Path.GetFullPath("notes") + Path.DirectorySeparatorChar;

    [KernelFunction, Description("Removes a note.")]
    public string Remove(string name, bool {|GG6025:anywhere|})
    {
        var file = Path.GetFullPath(Path.Combine(Root, name));
        if (!anywhere)
        {
            if (!file.StartsWith(Root, StringComparison.Ordinal))
            {
                return "outside";
            }
        }

        File.Delete(file);
        return "removed " + name;
    }
}
