namespace GoalGuard.Analysis.Behaviour;

/// <summary>The words by which a tool's parameter says that it is a command of some kind, as data.</summary>
internal static class CommandLexicon
{
    private const string Code = "code";

    /// <summary>What names a command, a program or the place of something, alone or in the plural.</summary>
    public static readonly ImmutableHashSet<string> Commands = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "command", "commands", Code, "query", "queries", "script", "scripts", "statement", "statements", "sql", "url", "urls", "uri", "uris", "path", "paths", "filename", "filenames", "filepath", "filepaths");

    /// <summary>Languages in which programs and queries are written; those whose names are everyday words are left out.</summary>
    public static readonly ImmutableHashSet<string> Languages = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "python", "csharp", "c#", "f#", "javascript", "typescript", "java", "kotlin", "ruby", "perl", "php", "lua", "golang", "bash", "zsh", "shell", "powershell", "pwsh", "cmd", "vba", "vbscript",
        "tsql", "plsql", "kql", "kusto", "graphql", "cypher", "sparql", "gremlin", "odata", "xpath", "jql", "dax");

    /// <summary>Words that, before "code", make a key of it: which country, which result, which product.</summary>
    public static readonly ImmutableHashSet<string> Keys = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "country", "language", "currency", "zip", "postal", "post", "area", "city", "state", "region", "province", "airport", "iata", "iso", "status", "error", "exit", "return", "result", "response",
        "reason", "color", "colour", "discount", "coupon", "promo", "promotion", "voucher", "product", "item", "stock", "ticker", "access", "verification", "confirmation", "security", "bar", "qr",
        "tax", "unit", "department", "course", "account", "order", "booking", "tracking", "invite", "invitation", "referral", "dial", "dialing", "phone", "pin", "locale", "category", "type");

    /// <summary>The word of a parameter's name that says so; null if none does.</summary>
    public static string? OfName(string name) => Of(NameWords.Of(name).ToList());

    /// <summary>The word of a description that says so; null if none does.</summary>
    public static string? OfDescription(string description) =>
        Of(description.Split(Separators, StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts).ToList());

    /// <summary>What stands between the words of a sentence; a number sign belongs to the name of a language.</summary>
    private static readonly char[] Separators = " \t\r\n.,;:!?()[]{}<>\"'`/\\|=*+&%$@~^-_".ToCharArray();

    private static IEnumerable<string> Parts(string word) => word[word.Length - 1] == '#' ? new[] { word } : NameWords.Of(word);

    private static string? Of(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if ((Commands.Contains(words[at]) && !IsKey(words, at)) || Languages.Contains(words[at]))
            {
                return words[at].ToLowerInvariant();
            }

            if (Is(words, at, "file") && (Is(words, at + 1, "name") || Is(words, at + 1, "names")))
            {
                return "file name";
            }
        }

        return null;
    }

    private static bool IsKey(List<string> words, int at) => Is(words, at, Code) && at > 0 && Keys.Contains(words[at - 1]);

    private static bool Is(List<string> words, int at, string word) => at < words.Count && string.Equals(words[at], word, StringComparison.OrdinalIgnoreCase);
}
