using Microsoft.CodeAnalysis;

namespace GoalGuard.Conformance.Tests.Metamorphic;

/// <summary>
/// Names that mean something by definition and therefore stay: <c>names-that-are-read.txt</c>, a line each:
/// kind of symbol, where the word stands in the name, the word, and after a colon the sentence that reads it.
/// </summary>
internal static class ReadNames
{
    private static readonly IReadOnlyList<Entry> Entries = Resource.Lines("names-that-are-read.txt").Select(Parse).ToList();

    public static bool IsRead(ISymbol symbol) => IsSerialised(symbol) || Entries.Any(entry => IsOf(entry.Kind, symbol) && entry.Fits(symbol.Name));

    /// <summary>The names of public properties of records and of classes that hold nothing else are what serialised text calls them.</summary>
    private static bool IsSerialised(ISymbol symbol) =>
        symbol is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, ContainingType: { } type }
        && Entries.Any(entry => entry.Kind == "serialised")
        && (type.IsRecord || type.GetMembers().All(member => member.IsImplicitlyDeclared || member is IPropertySymbol or IMethodSymbol { AssociatedSymbol: IPropertySymbol }));

    private static bool IsOf(string kind, ISymbol symbol) => kind switch
    {
        "type" => symbol is ITypeSymbol,
        "method" => symbol is IMethodSymbol,
        "bodiless" => symbol is IMethodSymbol method && (method.IsAbstract || method.IsExtern),
        "parameter" => symbol is IParameterSymbol,
        "serialised" => false,
        _ => throw new FormatException(kind),
    };

    private static Entry Parse(string line)
    {
        var words = line[..line.IndexOf(':', StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [var kind, "starts" or "holds", var word]
            ? new Entry(kind, words[1] == "starts", word)
            : words is [var whole, "all"] ? new Entry(whole, true, "") : throw new FormatException(line);
    }

    private sealed record Entry(string Kind, bool AtStart, string Word)
    {
        public bool Fits(string name) =>
            AtStart ? name.StartsWith(Word, StringComparison.OrdinalIgnoreCase) : name.Contains(Word, StringComparison.OrdinalIgnoreCase);
    }
}
