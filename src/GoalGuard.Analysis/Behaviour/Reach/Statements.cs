using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>Statements of a query language that are written down whole, so that what they do can be read off.</summary>
internal static class Statements
{
    private static readonly ImmutableHashSet<string> Asks = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "SELECT", "WITH", "SHOW", "EXPLAIN", "DESCRIBE", "VALUES", "MATCH");

    private static readonly ImmutableHashSet<string> Changes = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "INSERT", "UPDATE", "DELETE", "MERGE", "DROP", "ALTER", "CREATE", "TRUNCATE", "REPLACE", "EXEC",
        "EXECUTE", "CALL", "INTO", "GRANT", "REVOKE", "SET", "REMOVE", "ATTACH", "COPY", "VACUUM");

    /// <summary>True if the text begins like a query and no word in it changes anything.</summary>
    public static bool IsQuery(string? statement)
    {
        var words = Words(statement ?? "");
        return words.Count > 0 && Asks.Contains(words[0]) && !words.Exists(Changes.Contains);
    }

    /// <summary>True if the body puts commands together, each with a whole text, and all of them are queries.</summary>
    public static bool AreQueries(ImmutableArray<IOperation> body)
    {
        var texts = body.SelectMany(root => root.DescendantsAndSelf()).SelectMany(Texts).ToList();
        return texts.Count > 0 && texts.TrueForAll(text => IsQuery(text.ConstantValue.Value as string));
    }

    private static IEnumerable<IOperation> Texts(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "CommandText" } } assignment =>
            new[] { assignment.Value },
        IArgumentOperation { Parameter: { Name: "cmdText" or "commandText" or "selectCommandText", Type.SpecialType: SpecialType.System_String } } text =>
            new[] { text.Value },
        _ => Enumerable.Empty<IOperation>(),
    };

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (int at = 0, start; at < text.Length; at++)
        {
            for (start = at; at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'); at++)
            {
            }

            if (at > start)
            {
                words.Add(text.Substring(start, at - start));
            }
        }

        return words;
    }
}
