using Microsoft.CodeAnalysis.Editing;

namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary><c>Process.Start("git", $"log {x}")</c> becomes <c>Process.Start("git", ["log", x])</c>.</summary>
internal static class StartCall
{
    public static Action<SyntaxEditor>? Plan(
        SemanticModel model, InvocationExpressionSyntax call, ArgumentSyntax argument, ImmutableArray<string> arguments,
        CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "Start", IsStatic: true, Parameters.Length: 2 } start
            || start.ContainingType.ToDisplayString() != "System.Diagnostics.Process"
            || !HasListOverload(start)
            || !PlainPrograms.AreAll(model, Others(call, argument), cancellation))
        {
            return null;
        }

        var list = SyntaxFactory.ParseExpression(List(call, arguments), options: call.SyntaxTree.Options);
        return editor => editor.ReplaceNode(argument.Expression, list.WithTriviaFrom(argument.Expression));
    }

    private static bool HasListOverload(IMethodSymbol start) =>
        start.ContainingType.GetMembers(start.Name).OfType<IMethodSymbol>()
            .Any(other => other is { IsStatic: true, Parameters.Length: 2 } && other.Parameters[1].Type.Name == nameof(IEnumerable<string>));

    private static ImmutableArray<ExpressionSyntax> Others(InvocationExpressionSyntax call, ArgumentSyntax argument) =>
        call.ArgumentList.Arguments.Where(other => other != argument).Select(other => other.Expression).ToImmutableArray();

    private static string List(SyntaxNode at, ImmutableArray<string> arguments)
    {
        var elements = string.Join(", ", arguments);
        var hasCollectionExpressions = ((CSharpParseOptions)at.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12;
        return hasCollectionExpressions ? $"[{elements}]" : $"new[] {{ {elements} }}";
    }
}
