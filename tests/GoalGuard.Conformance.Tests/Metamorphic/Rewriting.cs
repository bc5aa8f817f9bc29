using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic;

/// <summary>A change of a program that keeps what it does. Where it cannot be made, the program comes back as it was.</summary>
public abstract class Rewriting
{
    public string Name => GetType().Name;

    public abstract CSharpCompilation Apply(CSharpCompilation program);

    /// <summary>Every rewriting there is, in the order of names.</summary>
    public static IReadOnlyList<Rewriting> All { get; } = typeof(Rewriting).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Rewriting)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (Rewriting)Activator.CreateInstance(type)!)
        .ToList();
}

/// <summary>A rewriting that changes each file on its own.</summary>
public abstract class FileRewriting : Rewriting
{
    public sealed override CSharpCompilation Apply(CSharpCompilation program)
    {
        var result = program;
        foreach (var tree in program.SyntaxTrees)
        {
            var text = Rewrite((CompilationUnitSyntax)tree.GetRoot(), program.GetSemanticModel(tree));
            result = result.ReplaceSyntaxTree(tree, Parse(tree, text));
        }

        return result;
    }

    /// <summary>The file's new text.</summary>
    protected abstract string Rewrite(CompilationUnitSyntax root, SemanticModel model);

    /// <summary>New text in place of a tree; the tree itself where nothing changed.</summary>
    internal static SyntaxTree Parse(SyntaxTree tree, string text) =>
        text == tree.ToString() ? tree : CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath);
}
