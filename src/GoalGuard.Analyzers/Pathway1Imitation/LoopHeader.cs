using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analyzers.Pathway1Imitation;

/// <summary>The part of a loop that says that it is one: what stands before its body.</summary>
internal static class LoopHeader
{
    public static TextSpan Of(SyntaxTree tree, SourceSpan loop)
    {
        var span = new TextSpan(loop.Start, loop.Length);
        if (span.End > tree.Length)
        {
            // Another tree with the same path.
            return default;
        }

        return tree.GetRoot().FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().FirstOrDefault(node => node.Span == span && node is StatementSyntax) switch
        {
            WhileStatementSyntax { CloseParenToken.Span.End: var end } => TextSpan.FromBounds(span.Start, end),
            ForStatementSyntax { CloseParenToken.Span.End: var end } => TextSpan.FromBounds(span.Start, end),
            CommonForEachStatementSyntax { CloseParenToken.Span.End: var end } => TextSpan.FromBounds(span.Start, end),
            DoStatementSyntax { DoKeyword.Span: var keyword } => keyword,
            _ => span,
        };
    }
}
