namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>Writes an argument as an expression: a literal, a value, or an interpolated string.</summary>
internal static class ArgumentCode
{
    public static string Of(SemanticModel model, ImmutableArray<Piece> argument, CancellationToken cancellation)
    {
        if (argument.All(piece => piece.Value is null))
        {
            return Literal(string.Concat(argument.Select(piece => piece.Text)));
        }

        return argument.Length == 1 && argument[0] is { Value: { } value, Format: "" } && IsWholeText(model, value, cancellation)
            ? value.ToString()
            : "$\"" + string.Concat(argument.Select(Part)) + "\"";
    }

    /// <summary>An argument must be a text and must not be null; interpolation makes a text of anything.</summary>
    private static bool IsWholeText(SemanticModel model, ExpressionSyntax value, CancellationToken cancellation) =>
        value is not AssignmentExpressionSyntax
        && model.GetTypeInfo(value, cancellation) is
            { Type.SpecialType: SpecialType.System_String, Nullability.FlowState: NullableFlowState.NotNull };

    private static string Part(Piece piece) =>
        piece.Value is { } value ? "{" + Hole(value) + piece.Format + "}" : Braces(Unquoted(Literal(piece.Text)));

    private static string Unquoted(string literal) => literal.Substring(1, literal.Length - 2);

    private static string Braces(string text) => text.Replace("{", "{{").Replace("}", "}}");

    /// <summary>In a hole, a bare colon would begin a format.</summary>
    private static string Hole(ExpressionSyntax value)
    {
        var code = value.ToString();
        return value is not ParenthesizedExpressionSyntax && code.IndexOf(':') >= 0 ? $"({code})" : code;
    }

    private static string Literal(string text) => SyntaxFactory.Literal(text).Text;
}
