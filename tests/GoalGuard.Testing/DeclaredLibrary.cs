using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoalGuard.Testing;

/// <summary>A library made of source: one that cannot be restored, with declarations of the same full names, or another project.</summary>
public static class DeclaredLibrary
{
    /// <summary>What test programs reference, and this library.</summary>
    public static IReadOnlyList<MetadataReference> Beside(string assembly, string source) =>
        TestReferences.All.Append(Reference(assembly, source, TestReferences.Framework)).ToList();

    /// <summary>The library as a build references it: compiled.</summary>
    public static MetadataReference Reference(string assembly, string source, IEnumerable<MetadataReference> references)
    {
        using var image = new MemoryStream();
        var result = Compile(assembly, source, references).Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    /// <summary>The library as an editor references it: a compilation.</summary>
    public static CSharpCompilation Compile(string assembly, string source, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        assembly, [CSharpSyntaxTree.ParseText(TestProgram.Usings + source, new CSharpParseOptions(LanguageVersion.Preview), assembly + ".cs")], references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
