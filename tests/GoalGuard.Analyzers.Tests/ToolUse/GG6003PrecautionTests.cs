using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Confinement in its usual forms, and what only resembles it.</summary>
public class GG6003PrecautionTests
{
    /// <summary>A tool that writes where the model says; <paramref name="body"/> ends in the write.</summary>
    private static string Tool(string body, string members = "") => $$"""
        using System.Text;
        using System.Text.RegularExpressions;
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public sealed class NoteTools
        {
            private static readonly string Root = Path.GetFullPath("notes") + Path.DirectorySeparatorChar;
            {{members}}

            [McpServerTool]
            public string Write(string name, string content)
            {
                {{body}}
                return "written";
            }
        }
        """;

    [Theory]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); if (!path.StartsWith(Root, StringComparison.Ordinal)) return \"no\"; File.WriteAllText(path, content);")]
    [InlineData("var path = Path.GetFullPath(name, Root); if (!path.StartsWith(Root)) throw new UnauthorizedAccessException(name); File.WriteAllText(path, content);")]
    [InlineData("var path = Path.GetFullPath(name); if (path.StartsWith(Root + Path.DirectorySeparatorChar)) { File.WriteAllText(path, content); }")]
    [InlineData("var root = Path.GetFullPath(\"notes\"); var path = Path.GetFullPath(Path.Combine(root, name)); if (!path.StartsWith(root + \"/\", StringComparison.Ordinal)) return \"no\"; File.WriteAllText(path, content);")]
    [InlineData("var root = Path.GetFullPath(\"notes\"); var path = Path.GetFullPath(Path.Combine(root, name)); if (!path.StartsWith(root.TrimEnd('/') + '/')) return \"no\"; File.WriteAllText(path, content);")]
    [InlineData("var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(\"notes\")) + Path.DirectorySeparatorChar; var path = Path.GetFullPath(Path.Combine(root, name)); if (path.StartsWith(root, StringComparison.OrdinalIgnoreCase) == false) return \"no\"; File.WriteAllText(path, content);")]
    [InlineData("var file = new FileInfo(Path.Combine(Root, name)); if (!file.FullName.StartsWith(Root, StringComparison.Ordinal)) return \"no\"; File.WriteAllText(file.FullName, content);")]
    public Task The_full_path_begins_with_root_and_separator(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); if (Path.GetRelativePath(Root, path).StartsWith(\"..\")) return \"no\"; File.WriteAllText(path, content);")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); var relative = Path.GetRelativePath(Root, path); if (relative.StartsWith(\"..\", StringComparison.Ordinal) || Path.IsPathRooted(relative)) throw new IOException(name); File.WriteAllText(path, content);")]
    [InlineData("var relative = Path.GetRelativePath(Root, Path.GetFullPath(name, Root)); if (relative == \"..\" || relative.StartsWith(\"../\") || Path.IsPathFullyQualified(relative)) return \"no\"; File.WriteAllText(Path.Combine(Root, relative), content);")]
    public Task The_relative_path_does_not_climb(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("File.WriteAllText(Path.Combine(Root, Path.GetFileName(name)), content);")]
    [InlineData("File.WriteAllText(Path.Join(Root, Path.GetFileNameWithoutExtension(name) + \".md\"), content);")]
    [InlineData("File.WriteAllText($\"{Root}{Path.GetFileName(name)}\", content);")]
    [InlineData("if (name != Path.GetFileName(name)) return \"no\"; File.WriteAllText(Path.Combine(Root, name), content);")]
    [InlineData("if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) return \"no\"; File.WriteAllText(Path.Combine(Root, name), content);")]
    public Task The_bare_file_name_is_joined_to_a_root(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("var clean = Regex.Replace(name, \"[^A-Za-z0-9_-]\", \"\"); File.WriteAllText(Path.Combine(Root, clean + \".md\"), content);")]
    [InlineData("var clean = new string(name.Where(char.IsLetterOrDigit).ToArray()); File.WriteAllText(Path.Combine(Root, clean + \".md\"), content);")]
    [InlineData("var clean = new string(name.Where(c => char.IsLetterOrDigit(c) || c is '_' or '-').ToArray()); File.WriteAllText(Path.Combine(Root, clean), content);")]
    [InlineData("var clean = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c == '-' ? c : '_')); File.WriteAllText(Path.Combine(Root, clean), content);")]
    [InlineData("var clean = new StringBuilder(); foreach (var c in name) { if (char.IsAsciiLetterOrDigit(c)) clean.Append(c); } File.WriteAllText(Path.Combine(Root, clean.ToString()), content);")]
    [InlineData("if (name.Any(c => !char.IsLetterOrDigit(c) && c != '-')) return \"no\"; File.WriteAllText(Path.Combine(Root, name), content);")]
    [InlineData("if (!name.All(char.IsLetterOrDigit)) return \"no\"; File.WriteAllText(Path.Combine(Root, name), content);")]
    [InlineData("if (!Regex.IsMatch(name, \"^[a-z0-9_-]+$\")) return \"no\"; File.WriteAllText(Path.Combine(Root, name + \".md\"), content);")]
    public Task The_name_is_rebuilt_from_letters_and_digits(string body) => Verify.SilentAsync(Tool(body));

    [Theory]
    [InlineData("if (!Files.Contains(name)) return \"no\"; File.WriteAllText(name, content);", "private static readonly HashSet<string> Files = new() { \"todo.md\", \"done.md\" };")]
    [InlineData("if (name is not (\"todo.md\" or \"done.md\")) return \"no\"; File.WriteAllText(name, content);", "")]
    [InlineData("var path = name switch { \"todo\" => \"todo.md\", \"done\" => \"done.md\", _ => throw new ArgumentException(name) }; File.WriteAllText(path, content);", "")]
    [InlineData("Console.WriteLine($\"Write {name}?\"); if (Console.ReadLine() != \"y\") return \"no\"; File.WriteAllText(name, content);", "")]
    public Task Allow_list_and_approval(string body, string members) => Verify.SilentAsync(Tool(body, members));

    [Theory]
    [InlineData("File.WriteAllText(Resolve(name), content);", "private static string Resolve(string name) { var path = Path.GetFullPath(Path.Combine(Root, name)); return path.StartsWith(Root, StringComparison.Ordinal) ? path : throw new UnauthorizedAccessException(name); }")]
    [InlineData("if (!TryResolve(name, out var path)) return \"no\"; File.WriteAllText(path, content);", "private static bool TryResolve(string name, out string path) { path = Path.GetFullPath(Path.Combine(Root, name)); return path.StartsWith(Root, StringComparison.Ordinal); }")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); EnsureInside(path); File.WriteAllText(path, content);", "private static void EnsureInside(string path) { if (!path.StartsWith(Root, StringComparison.Ordinal)) throw new UnauthorizedAccessException(path); }")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); if (!IsInside(path)) return \"no\"; File.WriteAllText(path, content);", "private static bool IsInside(string path) => path.StartsWith(Root, StringComparison.Ordinal);")]
    public Task A_validator_of_its_own(string body, string members) => Verify.SilentAsync(Tool(body, members));

    [Fact]
    public Task A_resolver_that_is_injected() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        public sealed class Workspace
        {
            private readonly string _root;

            public Workspace(string root) => _root = Path.GetFullPath(root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

            public string Resolve(string relative)
            {
                var full = Path.GetFullPath(relative, _root);
                if (!full.StartsWith(_root, StringComparison.Ordinal))
                {
                    throw new UnauthorizedAccessException("Outside the workspace: " + relative);
                }

                return full;
            }
        }

        public sealed class FilePlugin(Workspace workspace)
        {
            [KernelFunction]
            public async Task WriteAsync(string path, string content)
            {
                var full = workspace.Resolve(path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                await File.WriteAllTextAsync(full, content);
            }
        }
        """);

    [Theory]
    [InlineData("File.WriteAllText({|GG6003:Path.Combine(Root, name)|}, content);")]
    [InlineData("File.WriteAllText({|GG6003:Root + name|}, content);")]
    [InlineData("File.WriteAllText({|GG6003:Path.GetFullPath(name)|}, content);")]
    [InlineData("File.WriteAllText({|GG6003:Path.GetFullPath(name, Root)|}, content);")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); File.WriteAllText({|GG6003:path|}, content);")]
    [InlineData("if (!name.StartsWith(Root)) return \"no\"; File.WriteAllText({|GG6003:name|}, content);")]
    [InlineData("var path = Path.Combine(Root, name); if (!path.StartsWith(Root)) return \"no\"; File.WriteAllText({|GG6003:path|}, content);")]
    [InlineData("if (name.Contains(\"..\")) return \"no\"; File.WriteAllText({|GG6003:Path.Combine(Root, name)|}, content);")]
    [InlineData("name = name.Replace(\"../\", \"\"); File.WriteAllText({|GG6003:Path.Combine(Root, name)|}, content);")]
    [InlineData("if (!name.EndsWith(\".md\")) return \"no\"; File.WriteAllText({|GG6003:name|}, content);")]
    [InlineData("if (Path.GetExtension(name) != \".md\") return \"no\"; File.WriteAllText({|GG6003:Path.Combine(Root, name)|}, content);")]
    [InlineData("if (Path.IsPathRooted(name)) return \"no\"; File.WriteAllText({|GG6003:Path.Combine(Root, name)|}, content);")]
    [InlineData("if (Path.GetFileName(name) is not \"todo.md\") return \"no\"; File.WriteAllText({|GG6003:name|}, content);")]
    [InlineData("if (Path.GetFullPath(Path.Combine(Root, name)).StartsWith(Root)) { name = content; File.WriteAllText({|GG6003:name|}, content); }")]
    [InlineData("var other = Path.GetFullPath(Path.Combine(Root, content)); if (!other.StartsWith(Root)) return \"no\"; File.WriteAllText({|GG6003:name|}, content);")]
    [InlineData("if (!Regex.IsMatch(name, \"^[a-z./]+$\")) return \"no\"; File.WriteAllText({|GG6003:name|}, content);")]
    [InlineData("var clean = new string(name.Where(c => c is '.' or '/' or 'a').ToArray()); File.WriteAllText({|GG6003:Path.Combine(Root, clean)|}, content);")]
    [InlineData("var clean = new string(name.Where(c => char.IsLetterOrDigit(c) || c is '.' or '/').ToArray()); File.WriteAllText({|GG6003:Path.Combine(Root, clean)|}, content);")]
    [InlineData("var clean = new string(name.Where(c => !char.IsLetterOrDigit(c)).ToArray()); File.WriteAllText({|GG6003:Path.Combine(Root, clean)|}, content);")]
    [InlineData("var clean = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? '_' : c)); File.WriteAllText({|GG6003:Path.Combine(Root, clean)|}, content);")]
    [InlineData("if (!name.Any(char.IsLetterOrDigit)) return \"no\"; File.WriteAllText({|GG6003:Path.Combine(Root, name)|}, content);")]
    [InlineData("if (name.IndexOfAny(Path.GetInvalidFileNameChars()) > 0) return \"no\"; File.WriteAllText({|GG6003:Path.Combine(Root, name)|}, content);")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); if (path.StartsWith(Root) == false) Console.WriteLine(\"odd\"); File.WriteAllText({|GG6003:path|}, content);")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); if (!!path.StartsWith(Root) == false) { File.WriteAllText({|GG6003:path|}, content); }")]
    [InlineData("var path = Path.GetFullPath(Path.Combine(Root, name)); if (!path.StartsWith(Root)) Console.WriteLine(\"odd\"); File.WriteAllText({|GG6003:path|}, content);")]
    [InlineData("File.WriteAllText({|GG6003:Regex.Replace(name, \"[^A-Za-z0-9./-]\", \"\")|}, content);")]
    public Task A_near_miss_is_reported(string body) => Verify.ReportsAsync(Tool(body));

    [Fact]
    public Task A_root_that_the_model_chooses() => Verify.ReportsAsync("""
        using ModelContextProtocol.Server;
        [McpServerToolType]
        public static class FileTools
        {
            [McpServerTool]
            public static void Write(string folder, string name)
            {
                var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
                var path = Path.GetFullPath(Path.Combine(root, name));
                if (path.StartsWith(root, StringComparison.Ordinal))
                {
                    File.WriteAllText({|GG6003:path|}, "text");
                }
            }
        }
        """);

    [Fact]
    public Task The_whole_path_is_checked_and_its_folder_is_made_before() => Verify.ReportsAsync(Tool(
        """
        var path = Path.GetFullPath(Path.Combine(Root, name));
        Directory.CreateDirectory({|GG6003:Path.GetDirectoryName(path)|}!);
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            return "no";
        }

        File.WriteAllText(path, content);
        """));

    [Fact]
    public async Task A_prefix_without_separator_is_weak()
    {
        var report = (await Verify.ReportsAsync(Tool(
            "var root = Path.GetFullPath(\"notes\"); var path = Path.GetFullPath(Path.Combine(root, name)); if (!path.StartsWith(root)) return \"no\"; File.WriteAllText({|GG6003:path|}, content);"))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.Equal("I", report.Properties["level"]);
        Assert.Contains("weak confinement", report.GetMessage());
    }

    [Fact]
    public async Task A_weak_prefix_in_a_validator_is_weak()
    {
        var report = (await Verify.ReportsAsync(Tool(
            "File.WriteAllText({|GG6003:Resolve(name)|}, content);",
            """
            private static readonly string Folder = Path.GetFullPath("notes");

            private static string Resolve(string name)
            {
                var path = Path.GetFullPath(Path.Combine(Folder, name));
                if (!path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase))
                {
                    throw new UnauthorizedAccessException(name);
                }

                return path;
            }
            """))).Single();
        Assert.Equal("I", report.Properties["level"]);
    }
}
