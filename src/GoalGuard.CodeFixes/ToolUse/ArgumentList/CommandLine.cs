namespace GoalGuard.CodeFixes.ToolUse.ArgumentList;

/// <summary>Splits an argument text as .NET does when it starts a process: at blanks and tabs that are not within double quotes.</summary>
internal static class CommandLine
{
    private static readonly char[] Special = { ' ', '\t', '\r', '\n', '"', '\\' };

    /// <summary>True if the text is part of one argument wherever it stands.</summary>
    public static bool IsWord(string text) => text.Length > 0 && text.IndexOfAny(Special) < 0;

    /// <summary>The pieces of each argument, or null if only the running program knows where an argument ends.</summary>
    public static ImmutableArray<ImmutableArray<Piece>>? Split(ImmutableArray<Piece> pieces)
    {
        var splitter = new Splitter();
        foreach (var piece in pieces)
        {
            if (piece.Value is { } value ? !splitter.TryAddValue(piece, value) : !splitter.TryAddText(piece.Text))
            {
                return null;
            }
        }

        // Values alone may be any number of arguments.
        return pieces.Any(piece => piece.Value is null) ? splitter.Finish() : null;
    }

    private sealed class Splitter
    {
        private readonly ImmutableArray<ImmutableArray<Piece>>.Builder _arguments = ImmutableArray.CreateBuilder<ImmutableArray<Piece>>();
        private readonly ImmutableArray<Piece>.Builder _argument = ImmutableArray.CreateBuilder<Piece>();
        private readonly System.Text.StringBuilder _text = new();
        private bool _isOpen;
        private bool _isQuoted;
        private char _last;

        public bool TryAddValue(Piece piece, ExpressionSyntax value)
        {
            // Before a value, a backslash may or may not escape what the value begins with.
            if (_last == '\\' || (!_isQuoted && SeveralArguments.MayBe(value)))
            {
                return false;
            }

            EndText();
            _argument.Add(piece);
            _isOpen = true;
            _last = default;
            return true;
        }

        public bool TryAddText(string text) => text.All(TryAdd);

        public ImmutableArray<ImmutableArray<Piece>>? Finish()
        {
            EndArgument();
            return _isQuoted || _arguments.Count == 0 ? null : _arguments.ToImmutable();
        }

        private bool TryAdd(char c)
        {
            // \" is a quote within an argument, and so is "" within quotes: rare, and left to a person.
            if (c == '"' && (_last == '\\' || (_last == '"' && !_isQuoted)))
            {
                return false;
            }

            _last = c;
            switch (c)
            {
                case '"':
                    _isQuoted = !_isQuoted;
                    _isOpen = true;
                    return true;
                case ' ' or '\t' when !_isQuoted:
                    EndArgument();
                    return true;
                case '\r' or '\n' when !_isQuoted:
                    return false;
                default:
                    _text.Append(c);
                    _isOpen = true;
                    return true;
            }
        }

        private void EndArgument()
        {
            EndText();
            if (_isOpen)
            {
                _arguments.Add(_argument.ToImmutable());
                _argument.Clear();
                _isOpen = false;
            }
        }

        private void EndText()
        {
            if (_text.Length > 0)
            {
                _argument.Add(new Piece(_text.ToString()));
                _text.Clear();
            }
        }
    }
}
