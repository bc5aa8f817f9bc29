using GoalGuard.Tool.Findings;
using GoalGuard.Tool.Scanning;

namespace GoalGuard.Tool.Output;

/// <summary>Writes places as <c>path:line:column</c>, the form that terminals and editors open.</summary>
internal static class Places
{
    public static string Show(Place place, ScanResult result)
    {
        var file = Terminal.Inert(result.Relative(place.File));
        return place.Line > 0 ? $"{file}:{place.Line}:{place.Column}" : file;
    }
}
