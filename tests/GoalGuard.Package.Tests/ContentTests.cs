using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GoalGuard.Package.Tests;

[Collection(PackedPackageTests.Name)]
public class ContentTests(PackedPackage packed)
{
    [Fact]
    public void Holds_these_files_and_no_others()
    {
        using var package = packed.Open();
        var files = package.Entries.Select(entry => entry.FullName).Where(name => !IsOfTheContainer(name));
        Assert.Equal(
            [
                "GoalGuard.nuspec",
                "README.md",
                "analyzers/dotnet/cs/GoalGuard.Analysis.dll",
                "analyzers/dotnet/cs/GoalGuard.Analyzers.dll",
                "analyzers/dotnet/cs/GoalGuard.CodeFixes.dll",
                "build/GoalGuard.props",
                "build/GoalGuard.targets",
                "buildTransitive/GoalGuard.props",
                "buildTransitive/GoalGuard.targets",
                "icon.png",
            ],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_annotations_are_an_assembly_with_its_documentation()
    {
        using var package = packed.Open(Annotations);
        var files = package.Entries.Select(entry => entry.FullName).Where(name => !IsOfTheContainer(name));
        Assert.Equal(
            [
                "GoalGuard.Annotations.nuspec",
                "README.md",
                "icon.png",
                "lib/netstandard2.0/GoalGuard.Annotations.dll",
                "lib/netstandard2.0/GoalGuard.Annotations.xml",
            ],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_annotations_depend_on_nothing() =>
        Assert.DoesNotContain(packed.Metadata(Annotations).Descendants(), element => element.Name.LocalName == "dependency");

    private const string Annotations = "GoalGuard.Annotations";

    /// <summary>What every package has, whatever is packed.</summary>
    private static bool IsOfTheContainer(string name) => name == "[Content_Types].xml" || name.Split('/')[0] is "_rels" or "package";

    [Theory]
    [InlineData("id", "GoalGuard")]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    [InlineData("icon", "icon.png")]
    [InlineData("developmentDependency", "true")]
    public void Says_about_itself(string name, string value) =>
        Assert.Equal(value, packed.Metadata().Elements().Single(element => element.Name.LocalName == name).Value);

    [Fact]
    public void Depends_on_nothing() =>
        Assert.DoesNotContain(packed.Metadata().Descendants(), element => element.Name.LocalName is "dependency" or "group");

    [Fact]
    public void Carries_symbols_that_do_not_say_where_it_was_built()
    {
        using var package = packed.Open();
        foreach (var entry in package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            var documents = Documents(entry);
            Assert.NotEmpty(documents);
            Assert.All(documents, path => Assert.StartsWith("/_", path, StringComparison.Ordinal));
        }
    }

    private static List<string> Documents(ZipArchiveEntry entry)
    {
        using var assembly = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(assembly);
        }

        assembly.Position = 0;
        using var image = new PEReader(assembly);
        var embedded = image.ReadDebugDirectory().Single(directory => directory.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        var reader = symbols.GetMetadataReader();
        return reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)).ToList();
    }
}
