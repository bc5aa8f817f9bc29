using System.ComponentModel;
using ModelContextProtocol.Server;

public sealed class DeleteOptions
{
    public string FilePath { get; set; } = "";
    public int Times { get; set; }
}

[McpServerToolType]
public sealed class NoteTools
{
    [McpServerTool, Description("Deletes a note.")]
    public static void Delete(DeleteOptions {|GG6024:options|})
    {
        var path = options.FilePath;
        File.Delete({|GG6003:path|});
    }
}
