namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>A part of a text that the program builds: fixed characters, or a value with its alignment and format.</summary>
internal readonly record struct Piece(string Text, ExpressionSyntax? Value = null, string Format = "");
