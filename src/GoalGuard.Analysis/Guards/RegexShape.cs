namespace GoalGuard.Analysis.Guards;

/// <summary>Reads just enough of a pattern to know what it lets through. When in doubt, it lets everything through.</summary>
internal static class RegexShape
{
    /// <summary>Anchored at both ends, and every character is spelled out: no dot, no negated class.</summary>
    public static bool IsClosed(string pattern) =>
        Body(pattern) is { } body && !HasFreePart(body);

    /// <summary>Only whole texts and choices between them: no character class, no repetition.</summary>
    public static bool SpellsOut(string pattern)
    {
        if (Body(pattern) is not { } body)
        {
            return false;
        }

        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] is '[' or '*' or '+' or '{' or '.' || (body[i] == '\\' && ++i < body.Length && char.IsLetterOrDigit(body[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lets neither separators nor dots through.</summary>
    public static bool HasNoSeparator(string pattern) =>
        Body(pattern) is { } body && body.IndexOf('/') < 0 && body.IndexOf("\\\\", StringComparison.Ordinal) < 0 && body.IndexOf('.') < 0;

    /// <summary><c>^\s*(SELECT|WITH)\b</c>: whatever follows, it begins with a word that is spelled out.</summary>
    public static bool BeginsWithWord(string pattern)
    {
        if (!pattern.StartsWith("^", StringComparison.Ordinal))
        {
            return false;
        }

        var rest = pattern.Substring(1);
        rest = rest.StartsWith("\\s*", StringComparison.Ordinal) ? rest.Substring(3) : rest;
        var group = rest.StartsWith("(?:", StringComparison.Ordinal) ? 3 : rest.StartsWith("(", StringComparison.Ordinal) ? 1 : 0;
        var end = group > 0 ? rest.IndexOf(')') : 0;
        if (group == 0)
        {
            while (end < rest.Length && char.IsLetter(rest[end]))
            {
                end++;
            }
        }

        return end > group && (end == rest.Length || rest[end] is ')' or '\\' or '[' or ' ')
            && rest.Substring(group, end - group).Split('|').All(word => word.Length > 1 && word.All(char.IsLetter));
    }

    /// <summary><c>[^A-Za-z0-9_-]</c>, with or without a plus: what it does not remove is a bare name.</summary>
    public static bool KeepsOnlyNameCharacters(string pattern)
    {
        pattern = pattern.TrimEnd('+', '*');
        if (!pattern.StartsWith("[^", StringComparison.Ordinal) || !pattern.EndsWith("]", StringComparison.Ordinal))
        {
            return pattern is "\\W";
        }

        var kept = pattern.Substring(2, pattern.Length - 3);
        return kept.IndexOfAny(new[] { '/', '.', ':' }) < 0 && kept.IndexOf("\\\\", StringComparison.Ordinal) < 0 && !HasFreePart(kept);
    }

    private static string? Body(string pattern)
    {
        var start = pattern.StartsWith("^", StringComparison.Ordinal) ? 1 : pattern.StartsWith("\\A", StringComparison.Ordinal) ? 2 : -1;
        var end = pattern.EndsWith("$", StringComparison.Ordinal) ? 1
            : pattern.EndsWith("\\z", StringComparison.Ordinal) || pattern.EndsWith("\\Z", StringComparison.Ordinal) ? 2 : -1;
        if (start < 0 || end < 0 || pattern.Length < start + end)
        {
            return null;
        }

        var body = pattern.Substring(start, pattern.Length - start - end);
        return HasOpenAlternative(body) ? null : body;
    }

    /// <summary><c>^a|b$</c>: the anchors do not hold for both.</summary>
    private static bool HasOpenAlternative(string body)
    {
        var depth = 0;
        var inClass = false;
        for (var i = 0; i < body.Length; i++)
        {
            switch (body[i])
            {
                case '\\': i++; break;
                case '[': inClass = true; break;
                case ']': inClass = false; break;
                case '(' when !inClass: depth++; break;
                case ')' when !inClass: depth--; break;
                case '|' when !inClass && depth == 0: return true;
            }
        }

        return false;
    }

    private static bool HasFreePart(string body)
    {
        var inClass = false;
        for (var i = 0; i < body.Length; i++)
        {
            switch (body[i])
            {
                case '\\' when i + 1 < body.Length:
                    if (body[++i] is 'S' or 'D' or 'W' or 'P' or 's')
                    {
                        return true;
                    }

                    break;
                case '[' when !inClass:
                    inClass = true;
                    if (i + 1 < body.Length && body[i + 1] == '^')
                    {
                        return true;
                    }

                    break;
                case ']':
                    inClass = false;
                    break;
                case '.' when !inClass:
                    return true;
            }
        }

        return false;
    }
}
