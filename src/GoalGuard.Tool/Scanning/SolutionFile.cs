using System.Xml;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace GoalGuard.Tool.Scanning;

/// <summary>Reads which projects a solution names.</summary>
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
        catch (Exception exception) when (exception is SolutionException or XmlException)
        {
            throw new ScanException($"'{file}' cannot be read: {exception.Message}", exception);
        }
    }
}
