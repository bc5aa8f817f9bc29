using System.Reflection;

namespace GoalGuard.Conformance.Tests;

/// <summary>Data files of this project.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The lines that say something: neither empty nor a comment.</summary>
    public static IEnumerable<string> Lines(string name) =>
        Text(name).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
}
