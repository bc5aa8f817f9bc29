using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary><c>info.Arguments = $"log {x}";</c> becomes <c>info.ArgumentList.Add("log");</c> and <c>info.ArgumentList.Add(x);</c>.</summary>
internal static class StartInfoAssignment
{
    public static Action<SyntaxEditor>? Plan(
        SemanticModel model, AssignmentExpressionSyntax assignment, ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || assignment is not { Left: MemberAccessExpressionSyntax { Expression: var info }, Parent: ExpressionStatementSyntax statement }
            || !StartInfoSymbols.IsArguments(model, assignment.Left, cancellation)
            || !StartInfoUses.AllowListIn(model, info, cancellation))
        {
            return null;
        }

        var options = statement.SyntaxTree.Options;
        var added = arguments
            .Select(argument => SyntaxFactory.ParseStatement($"{info}.ArgumentList.Add({argument});", options: options)).ToImmutableArray();
        return statement.Parent switch
        {
            BlockSyntax or SwitchSectionSyntax => editor => Replace(editor, statement, Lines(statement, added)),
            GlobalStatementSyntax global => editor => Replace(editor, global, Lines(statement, added).Select(SyntaxFactory.GlobalStatement)),
            _ => editor => editor.ReplaceNode(statement, Block(statement, added)),
        };
    }

    private static void Replace(SyntaxEditor editor, SyntaxNode node, IEnumerable<SyntaxNode> nodes)
    {
        editor.InsertAfter(node, nodes.Skip(1));
        editor.ReplaceNode(node, nodes.First());
    }

    /// <summary>A line each: what stands before the statement stays before the first, what stands after it after the last.</summary>
    private static ImmutableArray<StatementSyntax> Lines(StatementSyntax statement, ImmutableArray<StatementSyntax> added)
    {
        var indent = Indent(statement);
        var end = LineBreak(statement);
        return added.Select((line, i) => line
            .WithLeadingTrivia(i == 0 ? statement.GetLeadingTrivia() : SyntaxFactory.TriviaList(indent))
            .WithTrailingTrivia(i == added.Length - 1 ? statement.GetTrailingTrivia() : SyntaxFactory.TriviaList(end))).ToImmutableArray();
    }

    /// <summary>Under an <c>if</c> or <c>else</c> without braces, several statements need them.</summary>
    private static StatementSyntax Block(StatementSyntax statement, ImmutableArray<StatementSyntax> added)
    {
        var end = LineBreak(statement);
        var isOnOwnLine = statement.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        if (!isOnOwnLine)
        {
            var code = $"{{ {string.Join(" ", added)} }}";
            return SyntaxFactory.ParseStatement(code, options: statement.SyntaxTree.Options).WithTriviaFrom(statement);
        }

        var outer = Indent(statement.Parent!.AncestorsAndSelf().OfType<StatementSyntax>().First());
        return SyntaxFactory.Block(added.Select(line => line.WithLeadingTrivia(Indent(statement)).WithTrailingTrivia(end)))
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxFactory.TriviaList(outer), SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(end)))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxFactory.TriviaList(outer), SyntaxKind.CloseBraceToken, statement.GetTrailingTrivia()));
    }

    private static SyntaxTrivia Indent(SyntaxNode statement) =>
        statement.GetLeadingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } blanks
            ? blanks
            : SyntaxFactory.Whitespace("");

    /// <summary>The line break that the file uses.</summary>
    private static SyntaxTrivia LineBreak(SyntaxNode statement)
    {
        var text = statement.SyntaxTree.GetText();
        var first = text.Lines[0];
        var end = TextSpan.FromBounds(first.End, first.EndIncludingLineBreak);
        return SyntaxFactory.EndOfLine(end.IsEmpty ? "\n" : text.ToString(end));
    }
}
