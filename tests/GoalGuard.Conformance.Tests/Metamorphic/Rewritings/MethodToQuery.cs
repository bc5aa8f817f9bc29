using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary><c>items.Where(x => c)</c> and <c>items.Select(x => e)</c> become query expressions.</summary>
internal sealed class MethodToQuery : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model) => new Rewriter(model).Visit(root).ToFullString();

    private sealed class Rewriter(SemanticModel model) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
        {
            var isLinq = model.GetSymbolInfo(node).Symbol is IMethodSymbol { Name: "Where" or "Select", ContainingType.Name: "Enumerable" };
            var visited = base.VisitInvocationExpression(node);
            return isLinq && visited is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax call,
                ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { ExpressionBody: { } body, Parameter.Identifier.Text: var item } }],
            }
                ? SyntaxFactory.ParseExpression(call.Name.Identifier.Text == "Where"
                    ? $"(from {item} in {call.Expression} where {body} select {item})"
                    : $"(from {item} in {call.Expression} select {body})")
                : visited;
        }
    }
}
