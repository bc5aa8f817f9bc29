using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace GoalGuard.Tool.Scanning;

/// <summary>Reads which projects a solution names, and writes one for projects that have none.</summary>
internal static class SolutionFile
{
    public static bool IsSolution(string file) =>
        Path.GetExtension(file).ToUpperInvariant() is ".SLN" or ".SLNX" or ".SLNF";

    /// <summary>Empty for what is no complete solution (a filter): the build alone knows its projects.</summary>
    public static async Task<IReadOnlyList<string>> ProjectsAsync(string file, CancellationToken cancellation)
    {
        if (SolutionSerializers.GetSerializerByMoniker(file) is not { } serializer)
        {
            return [];
        }

        try
        {
            var solution = await serializer.OpenAsync(file, cancellation);
            var folder = Path.GetDirectoryName(file)!;
            return [.. solution.SolutionProjects.Select(project => Path.GetFullPath(project.FilePath.Replace('\\', '/'), folder))];
        }
        catch (SolutionException exception)
        {
            throw new ScanException($"'{file}' cannot be read: {exception.Message}", exception);
        }
    }

    public static async Task<string> CreateAsync(IEnumerable<string> projects, string folder, CancellationToken cancellation)
    {
        var solution = new SolutionModel();
        foreach (var project in projects)
        {
            // A folder each: names of projects need not differ across a repository.
            solution.AddProject(project, folder: solution.AddFolder($"/{solution.SolutionProjects.Count}/"));
        }

        var file = Path.Combine(folder, "scan.sln");
        await SolutionSerializers.SlnFileV12.SaveAsync(file, solution, cancellation);
        return file;
    }
}
