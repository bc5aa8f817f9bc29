using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Analyzers;

/// <summary>A scan passes the compiler-visible property <c>GoalGuardScan</c>: limits and inventory are reported, severities out of reach.</summary>
internal static class ScanMode
{
    public static bool IsOn(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.GoalGuardScan", out var value)
        && bool.TryParse(value, out var isOn) && isOn;
}
