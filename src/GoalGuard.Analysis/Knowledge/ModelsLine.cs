namespace GoalGuard.Analysis.Knowledge;

/// <summary>One line of a models file as words; quotes keep white space inside a word, and stay in it.</summary>
internal static class ModelsLine
{
    /// <summary>The line without its comment: <c>#</c> at the start or after white space, unless it stands in quotes.</summary>
    public static string WithoutComment(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == '#' && !quoted && (i == 0 || char.IsWhiteSpace(line[i - 1])))
            {
                return line.Substring(0, i);
            }
        }

        // An open quote hides nothing: the apostrophes and quotes of a note need not come in pairs.
        return quoted ? WithoutCommentIgnoringQuotes(line) : line;
    }

    /// <summary>Splits off the note: everything after a colon that follows white space and is not inside quotes.</summary>
    public static (string Words, string? Note) SplitNote(string line)
    {
        var quoted = false;
        for (var i = 1; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == ':' && !quoted && char.IsWhiteSpace(line[i - 1]))
            {
                var note = line.Substring(i + 1).Trim();
                return (line.Substring(0, i), note.Length == 0 ? null : note);
            }
        }

        return (line, null);
    }

    public static List<string> Words(string line)
    {
        var words = new List<string>();
        var start = -1;
        var quoted = false;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && (quoted || !char.IsWhiteSpace(line[i])))
            {
                start = start < 0 ? i : start;
                quoted ^= line[i] == '"';
            }
            else if (start >= 0)
            {
                words.Add(line.Substring(start, i - start));
                start = -1;
            }
        }

        return words;
    }

    private static string WithoutCommentIgnoringQuotes(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
            {
                return line.Substring(0, i);
            }
        }

        return line;
    }
}
