using System.Globalization;
using System.Text;

namespace GoalGuard.Tool.Output;

/// <summary>
/// Text of scanned code, made unable to do anything to the terminal that shows it: control characters (escape sequences among
/// them), bidirectional and other invisible characters appear as their code.
/// </summary>
internal static class InertText
{
    public static string Escape(string text)
    {
        var inert = new StringBuilder(text.Length);
        // A lone surrogate comes out as the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsVisible(rune))
            {
                inert.Append(rune);
            }
            else
            {
                inert.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            }
        }

        return inert.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);
}
