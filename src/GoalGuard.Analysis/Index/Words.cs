using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Index;

/// <summary>Reads words (identifiers, keywords, words in comments and strings alike) straight from the text, as hashes.</summary>
internal static class Words
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static uint Hash(string word)
    {
        var hash = Offset;
        foreach (var c in word)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    /// <summary>Calls <paramref name="word"/> with hash, position and length of each word of the span.</summary>
    public static void Scan(char[] text, int start, int end, Action<uint, int, int> word)
    {
        for (var at = start; at < end;)
        {
            if (!IsStart(text[at]))
            {
                at++;
                continue;
            }

            var hash = Offset;
            var first = at;
            while (at < end && IsPart(text[at]))
            {
                hash = (hash ^ text[at]) * Prime;
                at++;
            }

            word(hash, first, at - first);
        }
    }

    private static bool IsStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (c > 127 && char.IsLetter(c));

    private static bool IsPart(char c) => IsStart(c) || c is >= '0' and <= '9';

    [ThreadStatic]
    private static char[]? s_buffer;

    /// <summary>The characters of a text, in a buffer of this thread that the next call uses again.</summary>
    public static char[] Characters(SourceText text, out int length)
    {
        length = text.Length;
        if (s_buffer is null || s_buffer.Length < length)
        {
            s_buffer = new char[Math.Max(length, 64 * 1024)];
        }

        text.CopyTo(0, s_buffer, 0, length);
        return s_buffer;
    }
}
