using System.Text.Json;
using Microsoft.Agents.AI;

public sealed class Edit
{
    public string Path { get; set; } = "";

    public string Content { get; set; } = "";
}

public sealed class Editor(AIAgent agent)
{
    public async Task EditAsync(string wish)
    {
        var response = await agent.RunAsync(wish);
        var edits = JsonSerializer.Deserialize<Edit[]>(response.Text)!;
        for (var i = 0; i < edits.Length; i++)
        {
            Apply({|GG6003:edits[i]|});
        }
    }

    private static void Apply(Edit edit)
    {
        File.WriteAllText(edit.Path, edit.Content);
    }
}
