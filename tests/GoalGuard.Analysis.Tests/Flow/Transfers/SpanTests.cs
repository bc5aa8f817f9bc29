namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Spans, buffers and handlers of interpolations: what is copied into them is read back.</summary>
public sealed class SpanTests
{
    [Theory]
    [InlineData("Span<char> buffer = stackalloc char[100]; text.AsSpan().CopyTo(buffer); Examine(new string(buffer));")]
    [InlineData("Span<char> buffer = stackalloc char[100]; text.CopyTo(buffer); Examine(buffer.ToString());")]
    [InlineData("Span<char> buffer = stackalloc char[100]; if (text.TryCopyTo(buffer)) { Examine(buffer[..3].ToString()); }")]
    [InlineData("Span<char> buffer = stackalloc char[100]; text.AsSpan().ToLowerInvariant(buffer); Examine(buffer.ToString());")]
    [InlineData("Span<char> buffer = stackalloc char[100]; for (var i = 0; i < text.Length; i++) { buffer[i] = text[i]; } Examine(buffer.ToString());")]
    [InlineData("var buffer = System.Buffers.ArrayPool<char>.Shared.Rent(100); text.AsSpan().CopyTo(buffer); Examine(new string(buffer, 0, 3));")]
    [InlineData("Span<byte> bytes = new byte[100]; var n = Encoding.UTF8.GetBytes(text, bytes); Examine(Encoding.UTF8.GetString(bytes[..n]));")]
    [InlineData("var bytes = new byte[100]; Encoding.UTF8.GetBytes(text, 0, 3, bytes, 0); Examine(Encoding.UTF8.GetString(bytes));")]
    [InlineData("if (100.TryFormat(new char[9], out _) && MemoryExtensions.TryWrite(new char[9], $\"{text}\", out _)) { Examine(text); }")]
    [InlineData("Span<char> buffer = new char[100]; buffer.TryWrite($\"run {text}\", out var n); Examine(buffer[..n].ToString());")]
    [InlineData("Examine(string.Concat(text.AsSpan(1), \"!\"));")]
    [InlineData("ReadOnlySpan<char> span = text; Examine(span.ToArray());")]
    [InlineData("ReadOnlySpan<char> span = text; Examine(span.Trim().TrimEnd('.').ToString());")]
    [InlineData("ReadOnlySpan<char> span = text; var at = span.IndexOf(' '); Examine(span[(at + 1)..].ToString());")]
    [InlineData("Examine(Cut(text).ToString()); static ReadOnlySpan<char> Cut(ReadOnlySpan<char> span) => span[1..];")]
    [InlineData("var handler = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(1, 1); handler.AppendFormatted(text); Examine(handler.ToStringAndClear());")]
    [InlineData("Examine(string.Format(null, CompositeFormat.Parse(\"run {0}\"), text));")]
    [InlineData("var all = new StringBuilder(); all.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $\"run {text}\"); Examine(all.ToString());")]
    [InlineData("var all = new StringBuilder(text); var buffer = new char[9]; all.CopyTo(0, buffer, 0, 9); Examine(new string(buffer));")]
    [InlineData("Examine(string.Create(null, stackalloc char[100], $\"run {text}\"));")]
    public void What_is_copied_arrives(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("Show($\"run {text}\");", "partial class A { static void Show(Handler handler) => Examine(handler.Text); }")]
    [InlineData("Show($\"run {text}\");", "partial class A { static void Show(FormattableString said) => Examine(said.ToString()); }")]
    [InlineData("Show($\"run {text}\");", "partial class A { static void Show(FormattableString said) => Examine(string.Format(said.Format, said.GetArguments())); }")]
    public void Through_an_own_interpolation(string statements, string declarations) => Asked.Arrives(statements, declarations + """

        [System.Runtime.CompilerServices.InterpolatedStringHandler]
        class Handler(int literals, int holes)
        {
            private readonly StringBuilder _all = new();
            public void AppendLiteral(string part) => _all.Append(part);
            public void AppendFormatted<T>(T value) => _all.Append(value);
            public string Text => _all.ToString();
        }
        """);

    [Theory]
    [InlineData("Span<char> buffer = new char[9]; Span<char> mine = new char[9]; text.AsSpan().CopyTo(buffer); \"mine\".AsSpan().CopyTo(mine); Examine(mine.ToString());")]
    public void Another_buffer_stays_away(string statements) => Asked.StaysAway(statements);
}
