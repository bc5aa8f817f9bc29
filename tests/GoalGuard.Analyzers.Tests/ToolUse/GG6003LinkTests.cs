namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Root checks of paths whose links are resolved by a helper: what is sure of the resolved path is sure of the path.</summary>
public class GG6003LinkTests
{
    /// <summary>Takes a full path apart and puts it together again, link by link.</summary>
    private const string Links = """
        static class Links
        {
            public static string Resolve(string path) => ResolveSegments(Path.GetFullPath(path));

            private static string ResolveSegments(string full)
            {
                var root = Path.GetPathRoot(full) ?? string.Empty;
                return Walk(root, full.Substring(root.Length).Split(new[] { Path.DirectorySeparatorChar }, StringSplitOptions.RemoveEmptyEntries));
            }

            private static string Walk(string start, string[] segments)
            {
                var resolved = start;
                for (var i = 0; i < segments.Length; i++)
                {
                    var candidate = Join(resolved, segments[i]);
                    if (!TryGet(candidate, out var info)) return Rest(candidate, segments, i + 1);
                    resolved = Target(info) is { } target ? ResolveSegments(target) : candidate;
                }

                return resolved;
            }

            private static bool TryGet(string path, [NotNullWhen(true)] out FileSystemInfo? info)
            {
                info = null;
                if (!Path.Exists(path)) return false;
                info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
                return true;
            }

            private static string? Target(FileSystemInfo info)
            {
                if ((info.Attributes & FileAttributes.ReparsePoint) == 0) return null;
                return info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? throw new IOException(info.FullName);
            }

            private static string Join(string path, string segment) => string.IsNullOrEmpty(path) ? segment : Path.Combine(path, segment);

            private static string Rest(string path, string[] segments, int from)
            {
                var result = path;
                for (var i = from; i < segments.Length; i++) result = Path.Combine(result, segments[i]);
                return result;
            }
        }
        """;

    private static string Plugin(string save, string members) => $$"""
        using System.Diagnostics.CodeAnalysis;
        using Microsoft.SemanticKernel;
        class Notes
        {
            private HashSet<string>? _folders = [];

            [KernelFunction]
            public void Save(string path, string text)
            {
                {{save}}
            }

            {{members}}
        }
        {{Links}}
        """;

    private const string Folders = """
                foreach (var folder in _folders)
                {
                    var root = Links.Resolve(folder);
                    var separator = Path.DirectorySeparatorChar.ToString();
                    if (!root.EndsWith(separator, StringComparison.Ordinal)) root += separator;
                    if (directory.StartsWith(root, StringComparison.Ordinal) || (directory + separator).Equals(root, StringComparison.Ordinal)) return true;
                }

                return false;
        """;

    [Fact]
    public Task The_checker_hands_out_the_resolved_path() => Verify.SilentAsync(Plugin(
        "if (!TryGetAllowed(path, out var full)) throw new InvalidOperationException(); File.WriteAllText(full, text);",
        $$"""
        private bool TryGetAllowed(string path, out string full)
        {
            full = string.Empty;
            full = Path.GetFullPath(path);
            if (full.StartsWith("//", StringComparison.Ordinal)) throw new ArgumentException(path);
            full = Links.Resolve(full);
            if (_folders is null || _folders.Count == 0) return false;
            var directory = Path.GetDirectoryName(full);
            if (string.IsNullOrEmpty(directory)) throw new ArgumentException(path);
            {{Folders}}
        }
        """));

    [Fact]
    public Task The_checker_resolves_the_directory_by_itself() => Verify.SilentAsync(Plugin(
        "var full = Links.Resolve(path); if (!IsAllowed(full)) throw new InvalidOperationException(); File.WriteAllText(full, text);",
        $$"""
        private bool IsAllowed(string path)
        {
            var parent = Path.GetDirectoryName(path);
            if (string.IsNullOrEmpty(parent)) throw new ArgumentException(path);
            if (_folders is null || _folders.Count == 0) return false;
            var directory = Links.Resolve(parent);
            {{Folders}}
        }
        """));

    [Fact]
    public Task What_was_resolved_is_checked_and_the_path_itself_used() => Verify.SilentAsync(Plugin(
        "if (!Links.Resolve(path).StartsWith(Root, StringComparison.Ordinal)) throw new InvalidOperationException(); File.WriteAllText(path, text);",
        "private static readonly string Root = Path.GetFullPath(\"notes\") + Path.DirectorySeparatorChar;"));

    [Theory]
    [InlineData("Links.Resolve(path.Substring(5))")]
    [InlineData("Links.Resolve(path.Split('#')[0])")]
    [InlineData("Links.Resolve(path.Replace(\"..\", \"\"))")]
    [InlineData("Path.GetFullPath(Path.Combine(Root, path.Split('/')[0]))")]
    public Task A_part_of_the_path_is_checked(string part) => Verify.ReportsAsync(Plugin(
        $$"""if (!{{part}}.StartsWith(Root, StringComparison.Ordinal)) throw new InvalidOperationException(); File.WriteAllText({|GG6003:path|}, text);""",
        "private static readonly string Root = Path.GetFullPath(\"notes\") + Path.DirectorySeparatorChar;"));

    [Fact]
    public Task Another_path_is_resolved_and_checked() => Verify.ReportsAsync(Plugin(
        $$"""if (!Links.Resolve(text).StartsWith(Root, StringComparison.Ordinal)) throw new InvalidOperationException(); File.WriteAllText({|GG6003:path|}, text);""",
        "private static readonly string Root = Path.GetFullPath(\"notes\") + Path.DirectorySeparatorChar;"));
}
