using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Conformance.Tests.Metamorphic.Rewritings;

/// <summary><c>var x = e; use(x);</c> becomes <c>use(e);</c> where the next statement alone reads the local, once, and always.</summary>
internal sealed class InlineLocal : FileRewriting
{
    protected override string Rewrite(CompilationUnitSyntax root, SemanticModel model)
    {
        var edits = new Edits();
        foreach (var body in root.DescendantNodes().OfType<BlockSyntax>())
        {
            for (var i = 0; i + 1 < body.Statements.Count; i++)
            {
                if (Local(body.Statements[i], model) is { } local && OnlyUse(body, local, model) is { } use && IsReadFirst(use, body.Statements[i + 1])
                    && !edits.Overlaps(body.Statements[i].Span) && !edits.Overlaps(body.Statements[i + 1].Span))
                {
                    edits.Replace(body.Statements[i], "");
                    edits.Replace(use, $"({Value(body.Statements[i])})");
                }
            }
        }

        return edits.ApplyTo(root.SyntaxTree);
    }

    private static ISymbol? Local(StatementSyntax statement, SemanticModel model) =>
        statement is LocalDeclarationStatementSyntax { UsingKeyword.Span.IsEmpty: true, Declaration: { Type.IsVar: true, Variables: [{ Initializer: not null } variable] } }
            ? model.GetDeclaredSymbol(variable)
            : null;

    private static ExpressionSyntax Value(StatementSyntax statement) => ((LocalDeclarationStatementSyntax)statement).Declaration.Variables[0].Initializer!.Value;

    private static IdentifierNameSyntax? OnlyUse(BlockSyntax body, ISymbol local, SemanticModel model)
    {
        var uses = body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local)).ToList();
        return uses.Count == 1 ? uses[0] : null;
    }

    /// <summary>True if the use is part of a statement that runs as a whole, and once.</summary>
    private static bool IsReadFirst(IdentifierNameSyntax use, StatementSyntax next) =>
        next is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax
        && next.Span.Contains(use.Span)
        && !use.Ancestors().TakeWhile(ancestor => ancestor != next).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax or QueryExpressionSyntax);
}
