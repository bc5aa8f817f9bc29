using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Notes
{
    [KernelFunction, Description("Looks for a word in the notes.")]
    public string Find(string word)
    {
        var content = Load("notes.txt");
        return content.Contains(word) ? word + " is in: " + content : "nothing";
    }

    private static string Load(string file)
    {
        return File.ReadAllText(file);
    }
}
