namespace GoalGuard.Analysis.Index;

/// <summary>Finds in the text of a program the calls that, by their names, ask for leave: <c>Confirm(…)</c>, <c>approve?.Invoke(…)</c>.</summary>
internal static class LeaveWords
{
    private const string Invoke = "Invoke";

    private static readonly string[] Stems = { "approv", "authori", "confirm", "consent", "permi" };

    /// <summary>True if the word at this place is called, and holds a stem of asking for leave.</summary>
    public static bool AreCalled(char[] text, int start, int length, int end) => length >= 5 && IsCalled(text, start + length, end) && Holds(text, start, start + length);

    private static bool IsCalled(char[] text, int at, int end) =>
        at < end && (text[at] is '(' or '<' || Follows(text, at, end, "." + Invoke) || Follows(text, at, end, "?." + Invoke));

    private static bool Holds(char[] text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (char.ToLowerInvariant(text[at]) is 'a' or 'c' or 'p')
            {
                foreach (var stem in Stems)
                {
                    if (Follows(text, at, end, stem))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool Follows(char[] text, int at, int end, string word)
    {
        if (at + word.Length > end)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (char.ToLowerInvariant(text[at + i]) != char.ToLowerInvariant(word[i]))
            {
                return false;
            }
        }

        return true;
    }
}
