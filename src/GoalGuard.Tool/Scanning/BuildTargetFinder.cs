namespace GoalGuard.Tool.Scanning;

/// <summary>What there is to build under a path: the solutions of a folder, or else its projects.</summary>
internal static class BuildTargetFinder
{
    private static readonly HashSet<string> BuildOutputs = new(["bin", "obj", "node_modules"], StringComparer.OrdinalIgnoreCase);

    public static async Task<IReadOnlyList<BuildTarget>> FindAsync(string path, ScanFolder scan, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            return [await OfFileAsync(path, cancellation)];
        }

        return Directory.Exists(path)
            ? await OfFolderAsync(path, scan, cancellation)
            : throw new ScanException($"There is no file or folder '{path}'.");
    }

    public static IEnumerable<string> ProjectsUnder(string folder) => SourceFiles(folder).Where(IsProject).Order(StringComparer.Ordinal);

    private static async Task<BuildTarget> OfFileAsync(string file, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (SolutionFile.IsSolution(file))
        {
            return new BuildTarget(file, folder, await SolutionFile.ProjectsAsync(file, cancellation));
        }

        return IsProject(file) || HasExtension(file, ".cs")
            ? new BuildTarget(file, folder, [file])
            : throw new ScanException($"'{file}' is no solution, project or C# file.");
    }

    private static async Task<IReadOnlyList<BuildTarget>> OfFolderAsync(string folder, ScanFolder scan, CancellationToken cancellation)
    {
        var solutions = Solutions(Directory.EnumerateFiles(folder));
        if (solutions.Length == 0)
        {
            solutions = Solutions(SourceFiles(folder));
        }

        if (solutions.Length > 0)
        {
            return await Task.WhenAll(solutions.Select(solution => OfFileAsync(solution, cancellation)));
        }

        return ProjectsUnder(folder).ToArray() switch
        {
            [] => throw new ScanException($"There is no solution or project in '{folder}'."),
            [var only] => [await OfFileAsync(only, cancellation)],
            var projects => [new BuildTarget(ProjectBundle.Create(projects, scan), folder, projects)],
        };
    }

    /// <summary>A repository that keeps its solution in both formats has one solution.</summary>
    private static string[] Solutions(IEnumerable<string> files) =>
    [
        .. files
            .Where(file => HasExtension(file, ".slnx") || HasExtension(file, ".sln"))
            .GroupBy(file => Path.ChangeExtension(file, null))
            .Select(same => same.MaxBy(file => file.Length)!)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(IsSourceFolder).SelectMany(SourceFiles));

    private static bool IsSourceFolder(string folder) =>
        Path.GetFileName(folder) is var name
        && !name.StartsWith('.')
        && !BuildOutputs.Contains(name)
        && !File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint);

    private static bool IsProject(string file) =>
        HasExtension(file, ".csproj") || HasExtension(file, ".vbproj") || HasExtension(file, ".fsproj");

    private static bool HasExtension(string file, string extension) => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
