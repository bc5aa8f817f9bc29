using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary><c>use(e);</c> becomes <c>var x = e; use(x);</c> for the arguments of a statement's outermost call.</summary>
internal sealed class OutlineArguments : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        var number = 0;
        foreach (var statement in root.DescendantNodes().OfType<StatementSyntax>().Where(Shapes.StandsInBlock))
        {
            foreach (var argument in Arguments(statement))
            {
                if (IsWorthAName(argument, model))
                {
                    var name = $"outlined{++number}";
                    edits.Insert(statement.SpanStart, $"var {name} = {argument.Expression}; ");
                    edits.Replace(argument.Expression, name);
                }
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }

    /// <summary>The arguments that are evaluated before anything else of the statement, the receiver apart.</summary>
    private static IEnumerable<ArgumentSyntax> Arguments(StatementSyntax statement)
    {
        var expression = statement switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
            ExpressionStatementSyntax effect => effect.Expression,
            ReturnStatementSyntax result => result.Expression,
            LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } => variable.Initializer?.Value,
            _ => null,
        };
        while (expression is AwaitExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            expression = expression is AwaitExpressionSyntax awaited ? awaited.Expression : ((PostfixUnaryExpressionSyntax)expression).Operand;
        }

        return expression switch
        {
            InvocationExpressionSyntax call => call.ArgumentList.Arguments,
            ObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
            _ => Enumerable.Empty<ArgumentSyntax>(),
        };
    }

    /// <summary>False for what is a name already, and for what has no type of its own.</summary>
    private static bool IsWorthAName(ArgumentSyntax argument, SemanticModel model) =>
        argument.RefKindKeyword.IsKind(SyntaxKind.None)
        && argument.Expression is not (LiteralExpressionSyntax or IdentifierNameSyntax or AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax)
        && model.GetTypeInfo(argument.Expression).Type is { SpecialType: not SpecialType.System_Void };
}
