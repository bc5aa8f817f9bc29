using System.IO.Compression;
using System.Xml.Linq;

namespace GoalGuard.Package.Tests;

/// <summary>The packages as they were built, packed once into a temporary folder under a version that nobody has cached.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>A temporary folder, gone after the tests.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("goalguard-package-").FullName;

    public string Version { get; } = $"0.0.1-test{DateTime.UtcNow.Ticks}";

    /// <summary>Projects that use the package.</summary>
    internal Consumers Consumers { get; private set; } = null!;

    private string Packages => Path.Combine(Folder, "packages");

    public async Task InitializeAsync()
    {
        foreach (var project in new[] { "GoalGuard.Package", "GoalGuard.Annotations" })
        {
            var packed = await Sdk.RunAsync(
                Path.Combine(Repository.Root, "src", project), "pack", "--no-build", "-c", Repository.Configuration, "-o", Packages, $"-p:PackageVersion={Version}");
            packed.Succeeded();
        }

        Consumers = new Consumers(Folder, Packages, Version);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    public ZipArchive Open(string id = "GoalGuard") => ZipFile.OpenRead(Path.Combine(Packages, $"{id}.{Version}.nupkg"));

    /// <summary>What the package says about itself.</summary>
    public XElement Metadata(string id = "GoalGuard")
    {
        using var package = Open(id);
        using var nuspec = package.GetEntry(id + ".nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().First();
    }
}

/// <summary>Tests of one package run one after another: each build takes all processors.</summary>
[CollectionDefinition(Name)]
public sealed class PackedPackageTests : ICollectionFixture<PackedPackage>
{
    public const string Name = "Packed package";
}
