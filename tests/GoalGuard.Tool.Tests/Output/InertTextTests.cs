using GoalGuard.Tool.Output;

namespace GoalGuard.Tool.Tests.Output;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("plain text, Ünïcödé and 🙂", "plain text, Ünïcödé and 🙂")]
    [InlineData("\u001b[31mred", "\\u{1B}[31mred")]
    [InlineData("\u009b31m", "\\u{9B}31m")]
    [InlineData("line\r\nbreak\tand bell\u0007", "line\\u{D}\\u{A}break\\u{9}and bell\\u{7}")]
    [InlineData("\u202ereversed\u2066", "\\u{202E}reversed\\u{2066}")]
    [InlineData("zero\u200bwidth\ufeff", "zero\\u{200B}width\\u{FEFF}")]
    [InlineData("line\u2028separator", "line\\u{2028}separator")]
    [InlineData("tag\U000E0041", "tag\\u{E0041}")]
    public void Characters_that_act_or_hide_are_shown_as_their_code(string text, string inert) => Assert.Equal(inert, InertText.Escape(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("lone\ufffdsurrogate", InertText.Escape("lone\ud800surrogate"));
}
