namespace GoalGuard.Tool.Findings;

/// <summary>The same diagnostic from several target frameworks of one project is one report.</summary>
internal static class FrameworkMerge
{
    public static IReadOnlyList<Report> Merge(IEnumerable<Report> reports) =>
    [
        .. reports
            .GroupBy(report => (report.Project, report.Id, Identity(report), report.Place))
            .Select(same => same.First() with { Frameworks = Frameworks(same) })
            .OrderBy(report => report.Place.File, StringComparer.Ordinal)
            .ThenBy(report => report.Place.Line)
            .ThenBy(report => report.Place.Column)
            .ThenBy(report => report.Id, StringComparer.Ordinal)
            .ThenBy(report => report.Message, StringComparer.Ordinal)
            .ThenBy(report => report.Project, StringComparer.Ordinal),
    ];

    private static string Identity(Report report) =>
        report.Property("fingerprint") ?? $"{report.Property("kind")}|{report.Property("symbol")}|{report.Message}";

    private static string[] Frameworks(IEnumerable<Report> same) =>
        [.. same.SelectMany(report => report.Frameworks).Distinct().Order(StringComparer.Ordinal)];
}
