namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>
/// Values that look as if they stood for several arguments, or sometimes for none: making one argument of them would change the program.
/// </summary>
internal static class SeveralArguments
{
    private static readonly string[] Names = { "args", "arguments", "options", "flags", "switches", "params", "parameters", "commandline" };

    public static bool MayBe(ExpressionSyntax value) => IsNamedSo(value) || value.DescendantTokens().Any(IsBlankOrSpaced);

    private static bool IsNamedSo(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => Array.Exists(Names, end => name.Identifier.ValueText.EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    /// <summary><c>all ? "--all" : ""</c>, <c>string.Empty</c>, <c>string.Join(" ", files)</c>.</summary>
    private static bool IsBlankOrSpaced(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NullKeyword => true,
        SyntaxKind.IdentifierToken => token.ValueText == nameof(string.Empty),
        SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken =>
            token.ValueText.Length == 0 || token.ValueText.Any(char.IsWhiteSpace),
        SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken => token.ValueText.Any(char.IsWhiteSpace),
        _ => false,
    };
}
