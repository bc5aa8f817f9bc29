using System.Collections.Immutable;
using System.Reflection;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>The models files that ship inside this assembly, parsed once.</summary>
internal static class EmbeddedModels
{
    private static readonly Lazy<ImmutableArray<ModelsFile>> Parsed = new(() =>
        (from name in typeof(EmbeddedModels).Assembly.GetManifestResourceNames()
         where name.EndsWith(".models", StringComparison.Ordinal)
         orderby name
         select ModelsParser.Parse(name, Read(name))).ToImmutableArray());

    private static readonly Lazy<ImmutableHashSet<string>> Known = new(() =>
        Parsed.Value.SelectMany(file => file.Assemblies).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase));

    public static ImmutableArray<ModelsFile> Files => Parsed.Value;

    /// <summary>The assemblies that some file is about.</summary>
    public static ImmutableHashSet<string> Libraries => Known.Value;

    private static string Read(string name)
    {
        using var stream = typeof(EmbeddedModels).GetTypeInfo().Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
