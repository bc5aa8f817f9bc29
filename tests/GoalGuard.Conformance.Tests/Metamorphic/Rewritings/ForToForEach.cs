using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>A <c>for</c> whose counter only reads <c>items[i]</c> becomes a <c>foreach</c>.</summary>
internal sealed class ForToForEach : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        var number = 0;
        foreach (var loop in root.DescendantNodes().OfType<ForStatementSyntax>())
        {
            if (loop.Declaration?.Variables is not [var counter] || Items(loop, counter) is not { } items)
            {
                continue;
            }

            var uses = loop.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.Text == counter.Identifier.Text).ToList();
            var reads = uses.Select(use => use.Parent?.Parent?.Parent as ElementAccessExpressionSyntax).ToList();
            if (reads.TrueForAll(read => read is not null && read.Expression.ToString() == items && read.ArgumentList.Arguments.Count == 1))
            {
                var item = $"item{++number}";
                edits.Replace(TextSpan.FromBounds(loop.SpanStart, loop.CloseParenToken.Span.End), $"foreach (var {item} in {items})");
                reads.ForEach(read => edits.Replace(read!, item));
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }

    /// <summary><c>items</c> in <c>for (var i = 0; i &lt; items.Count; i++)</c>.</summary>
    private static string? Items(ForStatementSyntax loop, VariableDeclaratorSyntax counter) =>
        counter.Initializer?.Value.ToString() == "0"
        && loop.Incrementors is [PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression }]
        && loop.Condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Right: MemberAccessExpressionSyntax { Name.Identifier.Text: "Count" or "Length" } length }
            ? length.Expression.ToString()
            : null;
}
