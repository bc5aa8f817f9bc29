namespace GoalGuard.Analysis.Knowledge;

/// <summary>The identifiers by which source text uses a symbol.</summary>
internal static class MentionedNames
{
    private const string AttributeSuffix = "Attribute";

    public static IEnumerable<string> Of(SymbolPattern symbol)
    {
        switch (symbol.Member)
        {
            case null:
                var type = SimpleName(symbol.Type);
                yield return type;
                if (type.Length > AttributeSuffix.Length && type.EndsWith(AttributeSuffix, StringComparison.Ordinal))
                {
                    yield return type.Substring(0, type.Length - AttributeSuffix.Length);
                }

                break;
            case "#ctor":
                yield return SimpleName(symbol.Type);
                break;
            default:
                // An operator is never written by name.
                if (!symbol.Member.StartsWith("op_", StringComparison.Ordinal))
                {
                    yield return symbol.Member;
                }

                break;
        }
    }

    private static string SimpleName(string type)
    {
        var name = SymbolNames.LastPart(type);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
