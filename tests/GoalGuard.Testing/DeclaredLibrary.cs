using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoalGuard.Testing;

/// <summary>A library that cannot be restored: an assembly of its name, with declarations of the same full names.</summary>
public static class DeclaredLibrary
{
    /// <summary>What test programs reference, and this library.</summary>
    public static IReadOnlyList<MetadataReference> Beside(string assembly, string source)
    {
        var compilation = CSharpCompilation.Create(
            assembly, [CSharpSyntaxTree.ParseText(TestProgram.Usings + source, new CSharpParseOptions(LanguageVersion.Preview))], TestReferences.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? TestReferences.All.Append(MetadataReference.CreateFromImage(image.ToArray())).ToList()
            : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }
}
