using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary><c>M() => e;</c> becomes <c>M() { return e; }</c>, lambdas included.</summary>
internal sealed class ExpressionBodyToBlock : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model) => new Rewriter(model).Visit(root).ToFullString();

    private sealed class Rewriter(SemanticModel model) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
            return visited.ExpressionBody is { } arrow
                ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow.Expression, ReturnsValue(model.GetDeclaredSymbol(node))))
                : visited;
        }

        public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
        {
            var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
            if (visited.ExpressionBody is not { } arrow)
            {
                return visited;
            }

            var getter = SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Block(arrow.Expression, returns: true));
            return visited.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(getter)));
        }

        public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
        {
            var visited = (ConstructorDeclarationSyntax)base.VisitConstructorDeclaration(node)!;
            return visited.ExpressionBody is { } arrow
                ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(arrow.Expression, returns: false))
                : visited;
        }

        public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
        {
            var visited = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
            return visited.ExpressionBody is { } body && model.GetSymbolInfo(node).Symbol is IMethodSymbol lambda
                ? visited.WithExpressionBody(null).WithBlock(Block(body, ReturnsValue(lambda)))
                : visited;
        }

        public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
        {
            var visited = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
            return visited.ExpressionBody is { } body && model.GetSymbolInfo(node).Symbol is IMethodSymbol lambda
                ? visited.WithExpressionBody(null).WithBlock(Block(body, ReturnsValue(lambda)))
                : visited;
        }

        /// <summary>False for <c>void</c> and for what an async member merely awaits.</summary>
        private static bool ReturnsValue(IMethodSymbol? method) =>
            method is { ReturnsVoid: false } && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 });

        private static BlockSyntax Block(ExpressionSyntax expression, bool returns)
        {
            var text = expression.ToString();
            var statement = text.StartsWith("throw ", StringComparison.Ordinal) || !returns ? text + ";" : $"return {text};";
            return SyntaxFactory.Block(SyntaxFactory.ParseStatement(statement)).WithTrailingTrivia(SyntaxFactory.LineFeed);
        }
    }
}
