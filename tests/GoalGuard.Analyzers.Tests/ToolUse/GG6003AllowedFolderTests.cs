namespace GoalGuard.Analyzers.Tests.ToolUse;

/// <summary>Folders that the host allows, the way plugins write it: the directory of the full path is compared, separators are added.</summary>
public class GG6003AllowedFolderTests
{
    [Fact]
    public Task The_directory_of_the_path_lies_in_an_allowed_folder() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        class Notes
        {
            public IEnumerable<string> Allowed { get; set; } = [];

            [KernelFunction]
            public void Save(string path, string text)
            {
                var full = Path.GetFullPath(path);
                if (!IsAllowed(full)) throw new InvalidOperationException();
                File.WriteAllText(full, text);
            }

            private bool IsAllowed(string full)
            {
                var directory = Path.GetDirectoryName(full);
                if (directory is null) return false;
                foreach (var folder in Allowed)
                {
                    var root = Path.GetFullPath(folder);
                    var separator = Path.DirectorySeparatorChar.ToString();
                    if (!root.EndsWith(separator, StringComparison.Ordinal)) root += separator;
                    if (directory.StartsWith(root, StringComparison.Ordinal) || (directory + separator).Equals(root, StringComparison.Ordinal)) return true;
                }

                return false;
            }
        }
        """);

    [Fact]
    public Task The_root_gets_its_separator_only_if_it_lacks_one() => Verify.SilentAsync("""
        using Microsoft.SemanticKernel;
        class Notes(string folder)
        {
            private readonly string _root = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;

            [KernelFunction]
            public void Save(string path, string text)
            {
                var full = Path.GetFullPath(Path.Combine(_root, path));
                if (!full.StartsWith(_root, StringComparison.Ordinal)) throw new InvalidOperationException();
                File.WriteAllText(full, text);
            }
        }
        """);
}
