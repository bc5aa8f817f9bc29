using GoalGuard.Analyzers.Reporting;

using Microsoft.CodeAnalysis.Diagnostics;

namespace GoalGuard.Analyzers.Governance;

/// <summary>The single catch of the house: an unexpected exception never reaches the compiler. Scans say so with GG0006.</summary>
internal static class LastResort
{
    public static void Run(SemanticModelAnalysisContext context, bool isScan, Action analyse)
    {
        try
        {
            analyse();
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !GoalGuardAnalyzer.ThrowsUnexpected)
        {
            if (isScan)
            {
                var method = exception.TargetSite is { } site ? $"{site.DeclaringType?.Name}.{site.Name}" : "?";
                context.ReportDiagnostic(DiagnosticFactory.Plain(
                    Descriptors.GG0006, isScan, Location.Create(context.SemanticModel.SyntaxTree, default), $"{exception.GetType().Name} in {method}"));
            }
        }
    }
}
