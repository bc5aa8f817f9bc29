using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// Characters that make bare names: letters, digits, <c>_</c>, <c>-</c> and space. A text rebuilt from such characters, or all of whose characters are
/// such, is a file name; one that is only made of a few known characters may still be <c>../..</c>.
/// </summary>
internal static class CharacterChecks
{
    private static readonly ImmutableHashSet<string> NameClasses = ImmutableHashSet.Create(
        StringComparer.Ordinal, "IsLetterOrDigit", "IsLetter", "IsDigit", "IsNumber", "IsLower", "IsUpper", "IsAsciiLetterOrDigit", "IsAsciiLetter", "IsAsciiDigit",
        "IsAsciiLetterLower", "IsAsciiLetterUpper", "IsAsciiHexDigit", "IsAsciiHexDigitLower", "IsAsciiHexDigitUpper");

    /// <summary><c>char.IsLetterOrDigit(c)</c> and its like, of one character.</summary>
    public static bool IsNameClass(IMethodSymbol method) =>
        NameClasses.Contains(method.Name) && method.Parameters.Length == 1 && Types.FullName(method.ContainingType) is "System.Char" or "System.Text.Rune";

    public static Value? Apply(Frame frame, Call call) => IsNameClass(call.Method)
        ? new Value { Id = frame.Fresh(call.Operation), Outcome = Outcome.True(HostChecks.Assured(frame[call.Argument(0)], Guard.FileName).ToArray()) }
        : null;

    /// <summary>What equality with a constant character makes sure of.</summary>
    public static Guard OfConstant(char character) =>
        char.IsLetterOrDigit(character) || character is '_' or '-' or ' ' ? Guard.AllowListed | Guard.FileName : Guard.AllowListed;

    /// <summary>What is sure of each character is sure of the text, if it is about names: that each is a known one says nothing of the order.</summary>
    public static Guard OfText(Guard ofCharacters) => ofCharacters & Guard.FileName;
}
