namespace GoalGuard.Analysis.Knowledge;

/// <summary>Takes documentation-comment ids apart, as text.</summary>
internal static class SymbolPatterns
{
    /// <summary>The pattern, or null if the text is no id.</summary>
    public static SymbolPattern? Parse(string text)
    {
        if (text.Length < 3 || text[1] != ':' || "TMPFE".IndexOf(text[0]) < 0)
        {
            return null;
        }

        var kind = text[0];
        var name = text.Substring(2);
        string? parameters = null;
        var open = name.IndexOf('(');
        if (open >= 0)
        {
            var close = name.LastIndexOf(')');
            if (close < open || kind is 'T' or 'F' or 'E')
            {
                return null;
            }

            parameters = name.Substring(open + 1, close - open - 1);
            name = name.Substring(0, open);
        }

        if (kind == 'T')
        {
            return new SymbolPattern(kind, name, null, null, text);
        }

        var dot = name.LastIndexOf('.');
        if (dot <= 0 || dot == name.Length - 1)
        {
            return null;
        }

        return new SymbolPattern(kind, WithoutBlock(name.Substring(0, dot)), WithoutArity(name.Substring(dot + 1)), parameters, text);
    }

    /// <summary>Members of a C# 14 extension block count as members of the class around it.</summary>
    private static string WithoutBlock(string type)
    {
        var block = type.IndexOf(".<", StringComparison.Ordinal);
        return block < 0 ? type : type.Substring(0, block);
    }

    private static string WithoutArity(string member)
    {
        var tick = member.IndexOf('`');
        return tick < 0 ? member : member.Substring(0, tick);
    }
}
