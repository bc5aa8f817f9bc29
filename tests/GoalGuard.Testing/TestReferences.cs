using Microsoft.CodeAnalysis;

namespace GoalGuard.Testing;

/// <summary>The framework that runs the tests and the SDK packages beside them, as references for test programs.</summary>
public static class TestReferences
{
    private static readonly string[] NotForPrograms = { "GoalGuard.", "xunit.", "Microsoft.CodeAnalysis", "testhost", "Microsoft.TestPlatform", "Microsoft.VisualStudio" };

    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyAll = new(() => Paths().Select(Reference).ToList());

    private static readonly Lazy<IReadOnlyList<MetadataReference>> LazyFramework = new(() =>
        Paths().Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)).Select(Reference).ToList());

    /// <summary>Framework and all model libraries.</summary>
    public static IReadOnlyList<MetadataReference> All => LazyAll.Value;

    /// <summary>The framework alone: a program without a model library.</summary>
    public static IReadOnlyList<MetadataReference> Framework => LazyFramework.Value;

    /// <summary>GoalGuard's annotations, which no test program references unless it says so.</summary>
    public static MetadataReference Annotations => LazyAnnotations.Value;

    private static readonly Lazy<MetadataReference> LazyAnnotations = new(() => Reference(typeof(GoalGuard.Annotations.ModelOutputAttribute).Assembly.Location));

    private static IEnumerable<string> Paths() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Array.Exists(NotForPrograms, prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    private static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(path);
}
