namespace GoalGuard.Analysis.Knowledge;

/// <summary>Compares a constant with the values of a <c>when</c>.</summary>
public static class ConditionMatching
{
    /// <summary>
    /// Whether the text is one of the values. Numbers and truth values are written as in an invariant culture, members of an
    /// enumeration by their name.
    /// </summary>
    public static bool Accepts(this Condition condition, string text) => condition.Values.Any(value => Matches(value, text));

    /// <summary>
    /// <c>*</c> stands for any text. After a star the earliest continuation is enough, so one remembered position replaces
    /// backtracking and the time stays within length × length.
    /// </summary>
    private static bool Matches(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
