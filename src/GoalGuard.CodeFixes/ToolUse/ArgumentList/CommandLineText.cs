namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>Takes a text apart that is written as a literal, an interpolated string or a concatenation.</summary>
internal static class CommandLineText
{
    public static ImmutableArray<Piece> Of(SemanticModel model, ExpressionSyntax text, CancellationToken cancellation)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        Add(text);
        return pieces.ToImmutable();

        void Add(ExpressionSyntax part)
        {
            // Chains of '+' lean to the left and may be long: the left side is unrolled, not descended into.
            var rights = new Stack<ExpressionSyntax>();
            while (part is BinaryExpressionSyntax sum && IsText(model, sum, cancellation))
            {
                rights.Push(sum.Right);
                part = sum.Left;
            }

            AddOne(part);
            foreach (var right in rights)
            {
                AddOne(right);
            }
        }

        void AddOne(ExpressionSyntax part)
        {
            switch (part)
            {
                case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                    pieces.Add(new Piece(literal.Token.ValueText));
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    pieces.AddRange(interpolated.Contents.Select(content => content is InterpolationSyntax hole
                        ? OfValue(model, hole.Expression, $"{hole.AlignmentClause}{hole.FormatClause}", cancellation)
                        : new Piece(Characters(interpolated, (InterpolatedStringTextSyntax)content))));
                    break;
                case ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax sum } when IsText(model, sum, cancellation):
                    Add(sum);
                    break;
                default:
                    pieces.Add(OfValue(model, part, "", cancellation));
                    break;
            }
        }
    }

    /// <summary>A brace is written twice, except in a raw string.</summary>
    private static string Characters(InterpolatedStringExpressionSyntax whole, InterpolatedStringTextSyntax part) =>
        whole.StringStartToken.Kind() is SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            ? part.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}")
            : part.TextToken.ValueText;

    /// <summary>A constant keeps its name, unless it stands for more than a word.</summary>
    private static Piece OfValue(SemanticModel model, ExpressionSyntax value, string format, CancellationToken cancellation) =>
        format.Length == 0 && model.GetConstantValue(value, cancellation).Value is string constant && !CommandLine.IsWord(constant)
            ? new Piece(constant)
            : new Piece("", value, format);

    private static bool IsText(SemanticModel model, BinaryExpressionSyntax sum, CancellationToken cancellation) =>
        sum.IsKind(SyntaxKind.AddExpression) && model.GetTypeInfo(sum, cancellation).Type?.SpecialType == SpecialType.System_String;
}
