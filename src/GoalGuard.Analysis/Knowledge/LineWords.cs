using System.Text;

namespace GoalGuard.Analysis.Knowledge;

/// <summary>Cuts a line into words at white space; quotes keep white space inside a word; <c> : </c> starts the note.</summary>
internal static class LineWords
{
    public static List<string> Split(string line, out string? note)
    {
        note = null;
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '"')
            {
                quoted = !quoted;
                word.Append(c);
            }
            else if (char.IsWhiteSpace(c) && !quoted)
            {
                Flush();
            }
            else if (c == ':' && word.Length == 0 && !quoted && (at + 1 == line.Length || char.IsWhiteSpace(line[at + 1])))
            {
                note = line.Substring(at + 1).Trim();
                return words;
            }
            else
            {
                word.Append(c);
            }
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
