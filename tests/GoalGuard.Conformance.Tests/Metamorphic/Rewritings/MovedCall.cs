using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>Where a moved call stands afterwards.</summary>
internal enum Destination
{
    SameClass,
    OtherFile,
    Interface,
}

/// <summary>
/// Calls of one kind move into methods of their own; what they compute with becomes arguments, constants stay with them.
/// </summary>
internal abstract class MovedCall(Func<ExpressionSyntax, SemanticModel, bool> isMoved, Destination destination) : Rewriting
{
    public sealed override CSharpCompilation Apply(CSharpCompilation program)
    {
        var result = program;
        foreach (var tree in program.SyntaxTrees)
        {
            result = Move(result, tree, program.GetSemanticModel(tree));
        }

        return result;
    }

    private CSharpCompilation Move(CSharpCompilation program, SyntaxTree tree, SemanticModel model)
    {
        var edits = new Edits();
        var moved = new List<(MovedMethod Method, TypeDeclarationSyntax Type)>();
        foreach (var expression in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>().Where(expression => isMoved(expression, model)))
        {
            if (Shapes.Owner(expression)?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } owner
                && CanHold(type, owner) && MovedMethod.Of(expression, model, $"Moved{moved.Count + 1}") is { } method
                && edits.Replace(expression, $"{Target(type)}{method.Name}({method.Arguments})"))
            {
                moved.Add((method, type));
            }
        }

        if (moved.Count == 0)
        {
            return program;
        }

        var number = 0;
        var files = new List<SyntaxTree>();
        foreach (var group in moved.GroupBy(entry => entry.Type, entry => entry.Method))
        {
            var text = Declare(edits, group.Key, group);
            if (text is not null)
            {
                var usings = ((CompilationUnitSyntax)tree.GetRoot()).Usings.ToFullString();
                files.Add(CSharpSyntaxTree.ParseText(usings + text, (CSharpParseOptions)tree.Options, $"Moved{++number}.cs"));
            }
        }

        return program.ReplaceSyntaxTree(tree, FileRewriting.Parse(tree, edits.ApplyTo(tree))).AddSyntaxTrees(files);
    }

    /// <summary>An injected object reaches instance members of classes alone.</summary>
    private bool CanHold(TypeDeclarationSyntax type, MethodDeclarationSyntax owner) =>
        destination == Destination.SameClass
            ? !type.CloseBraceToken.Span.IsEmpty
            : destination == Destination.OtherFile || (type is ClassDeclarationSyntax && !type.CloseBraceToken.Span.IsEmpty && !owner.Modifiers.Any(SyntaxKind.StaticKeyword));

    private string Target(TypeDeclarationSyntax type) => destination switch
    {
        Destination.SameClass => "",
        Destination.OtherFile => Elsewhere(type) + ".",
        _ => Injection.Reference(type) + ".",
    };

    private static string Elsewhere(TypeDeclarationSyntax type) => $"{type.Identifier.Text}Elsewhere";

    /// <summary>Adds the methods where they belong; the text of a new file, if there is one.</summary>
    private string? Declare(Edits edits, TypeDeclarationSyntax type, IEnumerable<MovedMethod> methods)
    {
        switch (destination)
        {
            case Destination.SameClass:
                edits.Insert(type.CloseBraceToken.SpanStart, string.Concat(methods.Select(method => "private static " + method.Declaration)));
                return null;
            case Destination.OtherFile:
                return $"internal static class {Elsewhere(type)}\n{{\n{string.Concat(methods.Select(method => "public static " + method.Declaration))}}}\n";
            default:
                return Injection.Declare(edits, type, methods.ToList());
        }
    }
}
