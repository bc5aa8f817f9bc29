using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary><c>"a" + b</c> becomes <c>$"a{b}"</c>.</summary>
internal sealed class ConcatenationToInterpolation : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var sum in root.DescendantNodes().OfType<BinaryExpressionSyntax>())
        {
            if (IsConcatenation(model, sum) && !model.GetConstantValue(sum).HasValue && !(sum.Parent is BinaryExpressionSyntax outer && IsConcatenation(model, outer)))
            {
                edits.Replace(sum, "$\"" + string.Concat(Terms(model, sum).Select(Part)) + "\"");
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }

    private static bool IsConcatenation(SemanticModel model, BinaryExpressionSyntax sum) => sum.IsKind(SyntaxKind.AddExpression) && Shapes.IsString(model, sum);

    private static IEnumerable<ExpressionSyntax> Terms(SemanticModel model, ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax sum && IsConcatenation(model, sum)
            ? Terms(model, sum.Left).Concat(Terms(model, sum.Right))
            : new[] { expression };

    private static string Part(ExpressionSyntax term) =>
        Shapes.RegularText(term) is { } text ? text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : $"{{({term})}}";
}
