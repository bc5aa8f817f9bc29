using System.Collections.Immutable;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>The models files inside this assembly, parsed once per process.</summary>
internal static class EmbeddedModels
{
    private const string Extension = ".models";

    private static readonly Lazy<ImmutableArray<ModelsFile>> Parsed = new(ReadAll);

    /// <summary>All embedded files, in the order of their names.</summary>
    public static ImmutableArray<ModelsFile> Files => Parsed.Value;

    private static readonly Lazy<HashSet<string>> LibraryNames = new(() =>
        new HashSet<string>(Files.SelectMany(file => file.Libraries), StringComparer.OrdinalIgnoreCase));

    /// <summary>Assemblies whose presence means that the code may call a model.</summary>
    public static HashSet<string> Libraries => LibraryNames.Value;

    private static ImmutableArray<ModelsFile> ReadAll()
    {
        var assembly = typeof(EmbeddedModels).Assembly;
        var files = ImmutableArray.CreateBuilder<ModelsFile>();
        foreach (var name in assembly.GetManifestResourceNames().OrderBy(name => name, StringComparer.Ordinal))
        {
            if (name.EndsWith(Extension, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                files.Add(ModelsParser.Parse(name, reader.ReadToEnd()));
            }
        }

        return files.ToImmutable();
    }
}
