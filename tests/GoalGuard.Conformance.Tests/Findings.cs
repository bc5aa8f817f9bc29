using Microsoft.CodeAnalysis;

namespace GoalGuard.Conformance.Tests;

/// <summary>What stays of reports when location does not count: how many of which rule.</summary>
internal static class Findings
{
    public static string Of(IEnumerable<Diagnostic> diagnostics) => Of(diagnostics.Select(diagnostic => diagnostic.Id));

    public static string Of(IEnumerable<string> ids)
    {
        var counts = ids.GroupBy(id => id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} x{group.Count()}").ToList();
        return counts.Count == 0 ? "none" : string.Join(", ", counts);
    }
}
