using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary><c>M() { return e; }</c> becomes <c>M() => e;</c>.</summary>
internal sealed class BlockBodyToExpression : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var body in Shapes.Bodies(root))
        {
            if (body.Statements is [var only] && Expression(only) is { } expression)
            {
                edits.Replace(body, $"=> {expression};");
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }

    private static ExpressionSyntax? Expression(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax { Expression: { } value } => value,
        ExpressionStatementSyntax { Expression: var effect } => effect,
        _ => null,
    };
}
