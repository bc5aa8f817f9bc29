namespace GoalGuard.Analysis.Knowledge;

/// <summary>Takes a documentation-comment id apart by text alone.</summary>
internal static class SymbolPatternParser
{
    /// <summary>Starts the nameless segment that the compiler puts between a static class and its extension-block members.</summary>
    private const string BlockMarker = ".<G>$";

    public static SymbolPattern? Parse(string id, out string error)
    {
        error = "";
        if (id.Length < 3 || id[1] != ':' || "TMPFE".IndexOf(id[0]) < 0)
        {
            error = $"'{id}' is not a documentation id; it starts with T:, M:, P:, F: or E:";
            return null;
        }

        var kind = id[0];
        var open = id.IndexOf('(');
        var name = open < 0 ? id.Substring(2) : id.Substring(2, open - 2);
        string? parameters = null;
        if (open >= 0)
        {
            var close = MatchingParenthesis(id, open);
            if (close < 0 || kind is 'T' or 'F' or 'E')
            {
                error = close < 0 ? $"'{id}' has no matching ')'" : $"'{id}' has a parameter list, which only M: and P: can have";
                return null;
            }

            if (close + 1 < id.Length && id[close + 1] != '~')
            {
                error = $"'{id}' goes on after its parameter list";
                return null;
            }

            parameters = id.Substring(open + 1, close - open - 1);
        }
        else
        {
            // A conversion written for all of its overloads may still name what it returns.
            var tilde = name.IndexOf('~');
            name = tilde < 0 ? name : name.Substring(0, tilde);
        }

        return Split(kind, WithoutBlock(name), parameters, id, out error);
    }

    private static SymbolPattern? Split(char kind, string name, string? parameters, string id, out string error)
    {
        error = "";
        if (name.Split('.').Any(part => part.Length == 0))
        {
            error = $"'{id}' has an empty name";
            return null;
        }

        if (kind == 'T')
        {
            return new SymbolPattern(kind, name, null, null, id);
        }

        var dot = name.LastIndexOf('.');
        if (dot <= 0)
        {
            error = $"'{id}' names no type before its member";
            return null;
        }

        return new SymbolPattern(kind, name.Substring(0, dot), WithoutArity(name.Substring(dot + 1)), parameters, id);
    }

    private static string WithoutArity(string member)
    {
        var arity = member.IndexOf("``", StringComparison.Ordinal);
        return arity < 0 ? member : member.Substring(0, arity);
    }

    /// <summary>
    /// The hash in a block's name depends on the receiver and on the compiler, so ids of block members are known by the static
    /// class around them, which is also where the implementation method is.
    /// </summary>
    private static string WithoutBlock(string name)
    {
        var start = name.IndexOf(BlockMarker, StringComparison.Ordinal);
        var end = start < 0 ? -1 : name.LastIndexOf('.');
        return end <= start ? name : name.Substring(0, start) + name.Substring(end);
    }

    private static int MatchingParenthesis(string id, int open)
    {
        var depth = 0;
        for (var i = open; i < id.Length; i++)
        {
            depth += id[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
