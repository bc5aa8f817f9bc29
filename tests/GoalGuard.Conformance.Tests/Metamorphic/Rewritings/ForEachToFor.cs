using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary>A <c>foreach</c> counts instead. What has no index goes into an array first.</summary>
internal sealed class ForEachToFor : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        var number = 0;
        foreach (var loop in root.DescendantNodes().OfType<ForEachStatementSyntax>().Where(loop => loop.AwaitKeyword.Span.IsEmpty))
        {
            var items = $"items{++number}";
            var source = model.GetTypeInfo(loop.Expression).Type is IArrayTypeSymbol
                ? loop.Expression.ToString()
                : $"global::System.Linq.Enumerable.ToArray({loop.Expression})";
            edits.Replace(
                TextSpan.FromBounds(loop.SpanStart, loop.CloseParenToken.Span.End),
                $"var {items} = {source}; for (var at{number} = 0; at{number} < {items}.Length; at{number}++) {{ {loop.Type} {loop.Identifier.Text} = {items}[at{number}];");
            edits.Insert(loop.Span.End, " }");
        }

        return edits.ApplyTo(root.SyntaxTree);
    }
}
