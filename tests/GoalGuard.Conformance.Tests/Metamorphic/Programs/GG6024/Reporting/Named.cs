using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Store
{
    public void Remove(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }
}

public sealed class Notes(Store store)
{
    [KernelFunction, Description("Removes a note.")]
    public string Remove(string {|GG6024:path|})
    {
        store.Remove({|GG6003:path|});
        return $"removed {path}";
    }
}
