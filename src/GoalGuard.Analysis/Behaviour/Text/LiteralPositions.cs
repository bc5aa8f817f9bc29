using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// Which characters of the source the characters of a literal's value come from: over escapes, doubled quotes and braces, and the indentation
/// that raw strings leave out. Found when first asked for, because few literals have a phrase in them that is pointed at.
/// </summary>
internal sealed class LiteralPositions(SyntaxToken token, string value)
{
    private int[]? _starts;

    /// <summary>The source of the value's characters from <paramref name="start"/> up to <paramref name="end"/>; null where they cannot be told.</summary>
    public SourceSpan? Between(int start, int end)
    {
        _starts ??= Find();
        return _starts.Length == 0 || start < 0 || end < start || end >= _starts.Length
            ? null
            : new SourceSpan(token.SyntaxTree!.FilePath, token.SpanStart + _starts[start], _starts[end] - _starts[start]);
    }

    /// <summary>For each character of the value, and for its end, the position in the token; empty where the two do not fit.</summary>
    private int[] Find()
    {
        var source = token.Text;
        var (start, end, step) = Shape(source);
        var starts = new int[value.Length + 1];
        var at = start;
        for (var i = 0; i < value.Length; i++)
        {
            if (step is null)
            {
                // A raw string says what it shows, without some of its white space.
                while (at < end && source[at] != value[i] && char.IsWhiteSpace(source[at]))
                {
                    at++;
                }
            }

            if (at >= end || (step is null && source[at] != value[i]))
            {
                return Array.Empty<int>();
            }

            starts[i] = at;
            var length = step is null ? 1 : step(source, at);
            if (length == 10 && i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
            {
                starts[++i] = at;
            }

            at += length;
        }

        starts[value.Length] = Math.Min(at, end);
        return at > end ? Array.Empty<int>() : starts;
    }

    /// <summary>Where the text begins and ends in the token, and how long what stands for one character is; no such step for raw strings.</summary>
    private (int Start, int End, Func<string, int, int>? Step) Shape(string source)
    {
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken when source.StartsWith("@", StringComparison.Ordinal):
                return (2, source.Length - 1, Doubled);
            case SyntaxKind.StringLiteralToken:
                return (1, source.Length - 1, Escaped);
            case SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken:
                var quotes = source.Length - source.TrimStart('"').Length;
                return (quotes, source.Length - quotes, null);
            case SyntaxKind.InterpolatedStringTextToken when token.Parent?.Parent is InterpolatedStringExpressionSyntax whole:
                var opening = whole.StringStartToken;
                return opening.Kind() switch
                {
                    SyntaxKind.InterpolatedStringStartToken => (0, source.Length, Braced(Escaped)),
                    SyntaxKind.InterpolatedVerbatimStringStartToken => (0, source.Length, Braced(Doubled)),
                    _ => (0, source.Length, null),
                };
            default:
                return (0, -1, null);
        }
    }

    private static int Doubled(string source, int at) => source[at] == '"' ? 2 : 1;

    private static Func<string, int, int> Braced(Func<string, int, int> step) => (source, at) => source[at] is '{' or '}' ? 2 : step(source, at);

    private static int Escaped(string source, int at)
    {
        if (source[at] != '\\' || at + 1 >= source.Length)
        {
            return 1;
        }

        switch (source[at + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var end = at + 2;
                while (end < source.Length && end < at + 6 && Uri.IsHexDigit(source[end]))
                {
                    end++;
                }

                return end - at;
            default:
                return 2;
        }
    }
}
