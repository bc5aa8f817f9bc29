using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>A part that is known, word for word.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Span">Where it is written; for a part without quotes of its own (a line end, a name) the expression that makes it.</param>
internal sealed record Literal(string Text, SourceSpan Span) : Fragment(Span)
{
    /// <summary>How characters of the text map to those of the source; null where only the whole can be pointed at.</summary>
    private LiteralPositions? Positions { get; init; }

    /// <summary>Where in the token's value this part begins.</summary>
    private int Offset { get; init; }

    /// <summary>A string literal, or the text between two holes of an interpolated string.</summary>
    public static Literal Of(SyntaxToken token, string value) =>
        new(value, SourceSpan.Of(token.SyntaxTree!, token.Span)) { Positions = new LiteralPositions(token, value) };

    /// <summary>Where these characters of the text stand in the source: exactly, or else the whole literal.</summary>
    public SourceSpan At(int start, int length) => Positions?.Between(Offset + start, Offset + start + length) ?? Span;

    /// <summary>A part of this literal, with the place where it stands.</summary>
    public Literal Slice(int start, int length) =>
        start == 0 && length == Text.Length ? this : this with { Text = Text.Substring(start, length), Span = At(start, length), Offset = Offset + start };

    public bool Equals(Literal? other) => other is not null && Text == other.Text && Span == other.Span && ReadAt == other.ReadAt;

    public override int GetHashCode() => (Text, Span).GetHashCode();

    public override string ToString() => Text;
}
