using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GoalGuard.Analysis.Tests.Knowledge;

/// <summary>The assemblies that this test project was compiled against: reference packs and the real model libraries.</summary>
internal static class TestReferences
{
    private static readonly string[] OurOwn = ["GoalGuard.", "xunit", "Microsoft.CodeAnalysis", "testhost"];

    public static readonly ImmutableArray<MetadataReference> All =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references.txt"))
            .Where(path => !OurOwn.Any(start => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Only what comes with .NET.</summary>
    public static readonly ImmutableArray<MetadataReference> Framework =
        [.. All.Where(reference => reference.Display!.Contains("Microsoft.NETCore.App.Ref", StringComparison.Ordinal))];

    public static CSharpCompilation Compile(string source, ImmutableArray<MetadataReference>? references = null)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), "/test/File.cs");
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Program", [tree], references ?? All, options);
    }

    /// <summary>The first declared member of that name in the source.</summary>
    public static ISymbol Declared(this CSharpCompilation compilation, string type, string member) =>
        compilation.GetTypeByMetadataName(type)!.GetMembers(member).First();

    /// <summary>What is called at the <paramref name="index"/>th invocation of the source.</summary>
    public static IMethodSymbol Called(this CSharpCompilation compilation, int index = 0)
    {
        var tree = compilation.SyntaxTrees[0];
        var calls = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax>().ToList();
        return (IMethodSymbol)compilation.GetSemanticModel(tree).GetSymbolInfo(calls[index]).Symbol!;
    }
}
