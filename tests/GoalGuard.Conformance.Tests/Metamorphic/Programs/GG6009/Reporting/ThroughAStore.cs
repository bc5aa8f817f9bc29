using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Store
{
    public string Load(string file)
    {
        var lines = File.ReadAllLines(file);
        return string.Join("\n", lines);
    }
}

public sealed class Notes(Store store)
{
    [KernelFunction, Description("Shows a note.")]
    public string Show(string name)
    {
        var note = store.Load({|GG6009:name|});
        return "It says: " + note;
    }
}
