using System.Collections.Immutable;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>
/// A models file inside this assembly. Its head (the <c>library</c> and <c>assembly</c> lines, which stand first) is enough to
/// know whether it applies; the rest is parsed once, and only if it ever does.
/// </summary>
internal sealed class EmbeddedModels
{
    private const string Extension = ".models";

    private static readonly Lazy<ImmutableArray<EmbeddedModels>> Heads = new(ReadHeads);

    private static readonly Lazy<HashSet<string>> LibraryNames = new(() =>
        new HashSet<string>(Heads.Value.SelectMany(head => head._libraries), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<HashSet<string>> FileNames = new(() => new HashSet<string>(Heads.Value.Select(head => head._name), StringComparer.Ordinal));

    private readonly string _name;
    private readonly List<string> _assemblies = [];
    private readonly List<string> _libraries = [];
    private readonly Lazy<ModelsFile> _file;

    private EmbeddedModels(string name)
    {
        _name = name;
        _file = new Lazy<ModelsFile>(() =>
        {
            using var reader = Open();
            return ModelsParser.Parse(_name, reader.ReadToEnd());
        });
        ReadHead();
    }

    /// <summary>All embedded files, in the order of their names.</summary>
    public static ImmutableArray<ModelsFile> Files => Heads.Value.Select(head => head._file.Value).ToImmutableArray();

    /// <summary>Assemblies whose presence means that the code may call a model.</summary>
    public static HashSet<string> Libraries => LibraryNames.Value;

    /// <summary>The names of all embedded files.</summary>
    public static HashSet<string> Names => FileNames.Value;

    /// <summary>The files that apply where these assemblies are referenced.</summary>
    public static ImmutableArray<ModelsFile> FilesFor(ISet<string> referencedAssemblyNames) => Heads.Value
        .Where(head => head._assemblies.Count == 0 || head._assemblies.Any(referencedAssemblyNames.Contains))
        .Select(head => head._file.Value)
        .ToImmutableArray();

    private static ImmutableArray<EmbeddedModels> ReadHeads() => typeof(EmbeddedModels).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
        .OrderBy(name => name, StringComparer.Ordinal)
        .Select(name => new EmbeddedModels(name))
        .ToImmutableArray();

    private StreamReader Open() => new(typeof(EmbeddedModels).Assembly.GetManifestResourceStream(_name)!);

    private void ReadHead()
    {
        using var reader = Open();
        while (reader.ReadLine() is { } line && (line.Length == 0 || line[0] == '#' || IsHead(line)))
        {
        }
    }

    private bool IsHead(string line)
    {
        var space = line.IndexOf(' ');
        var word = space < 0 ? line : line.Substring(0, space);
        if (word is not ("library" or "assembly"))
        {
            return false;
        }

        var assembly = line.Substring(space + 1).Trim();
        _assemblies.Add(assembly);
        if (word == "library")
        {
            _libraries.Add(assembly);
        }

        return true;
    }
}
