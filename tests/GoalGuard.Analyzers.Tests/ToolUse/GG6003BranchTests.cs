namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>What branches do to members, keys and booleans: nothing of either way is forgotten.</summary>
public class GG6003BranchTests
{
    private static string Tool(string body, string members = "") => $$"""
        using ModelContextProtocol.Server;
        public sealed class Note { public string? Name { get; set; } public string? Text { get; set; } }
        [McpServerToolType]
        public sealed class NoteTools
        {
            private static readonly string Root = Path.GetFullPath("notes") + Path.DirectorySeparatorChar;
            {{members}}

            [McpServerTool]
            public string Save(Note note, string path, bool isNew)
            {
                {{body}}
                return "saved";
            }
        }
        """;

    [Theory]
    [InlineData("if (note.Name is null) note.Name = \"untitled\"; File.WriteAllText({|GG6003:note.Name|}, note.Text);")]
    [InlineData("if (isNew) note.Name = Path.GetFileName(note.Name); File.WriteAllText({|GG6003:note.Name|}!, note.Text);")]
    [InlineData("Name(note); File.WriteAllText({|GG6003:note.Name|}!, note.Text);")]
    [InlineData("_last = path; if (isNew) _last = \"notes.txt\"; File.WriteAllText({|GG6003:_last|}, note.Text);")]
    [InlineData("if (isNew) _last = \"notes.txt\"; File.WriteAllText({|GG6003:_last|}, note.Text); _last = path;")]
    [InlineData("if (Path.GetFileName(path) is var name && isNew) _last = name; Check(path); File.WriteAllText({|GG6003:_last|}, note.Text); _last = note.Name!;")]
    public Task Assigned_on_one_path(string body) => Verify.ReportsAsync(Tool(
        body,
        """
        private string _last = "";
        private static void Name(Note note) { if (note.Name is null) note.Name = "untitled"; }
        private static void Check(string path) { if (!Path.GetFullPath(path).StartsWith(Root, StringComparison.Ordinal)) throw new InvalidOperationException(); }
        """));

    [Theory]
    [InlineData("note.Name = Path.GetFileName(note.Name); File.WriteAllText(Path.Combine(Root, note.Name!), note.Text);")]
    [InlineData("if (isNew) note.Name = \"new\"; else note.Name = Path.GetFileName(note.Name); File.WriteAllText(Path.Combine(Root, note.Name!), note.Text);")]
    [InlineData("note.Name = \"untitled\"; File.WriteAllText(note.Name, note.Text);")]
    [InlineData("Name(note); File.WriteAllText(Path.Combine(Root, note.Name!), note.Text);")]
    [InlineData("_folder ??= Path.GetFullPath(\"notes\") + Path.DirectorySeparatorChar; var full = Path.GetFullPath(path); if (!full.StartsWith(_folder)) return \"no\"; File.WriteAllText(full, note.Text);")]
    public Task Assigned_on_every_path(string body) => Verify.SilentAsync(Tool(
        body,
        """
        private string? _folder;
        private static void Name(Note note) { if (note.Name is null) note.Name = "untitled"; else note.Name = Path.GetFileName(note.Name); }
        """));

    [Theory]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (full?.StartsWith(Root) == true) File.WriteAllText(full, note.Text);")]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (full?.StartsWith(Root) != true) return \"no\"; File.WriteAllText(full, note.Text);")]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (full?.StartsWith(Root) is true) File.WriteAllText(full, note.Text);")]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (full?.StartsWith(Root) ?? false) File.WriteAllText(full, note.Text);")]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (!(full?.StartsWith(Root) ?? false)) return \"no\"; File.WriteAllText(full!, note.Text);")]
    public Task A_check_of_what_may_be_null(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (full?.StartsWith(Root) == false) return \"no\"; File.WriteAllText({|GG6003:path|}, note.Text);")]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (full?.StartsWith(Root) is false) return \"no\"; File.WriteAllText({|GG6003:path|}, note.Text);")]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (full?.StartsWith(Root) ?? true) File.WriteAllText({|GG6003:path|}, note.Text);")]
    [InlineData("string? full = isNew ? Path.GetFullPath(path) : null; if (full?.StartsWith(Root) != false) File.WriteAllText({|GG6003:path|}, note.Text);")]
    public Task Null_passes_the_check(string body) => Verify.ReportsAsync(Tool(body));

    [Theory]
    [InlineData("files[path] = isNew ? \"new\" : note.Text!;")]
    [InlineData("files[path] = note.Text ?? \"\";")]
    [InlineData("files[path] = note.Text!;")]
    public Task The_key_of_a_dictionary(string store) => Verify.ReportsAsync(Tool(
        $$"""var files = new Dictionary<string, string>(); {{store}} foreach (var (name, text) in files) File.WriteAllText({|GG6003:name|}, text);"""));

    [Fact]
    public Task A_value_alone_is_no_key() => Verify.SilentAsync(Tool(
        "var files = new Dictionary<string, string>(); files[\"a\"] = isNew ? path : note.Text!; foreach (var name in files.Keys) File.WriteAllText(name, \"text\");"));
}
