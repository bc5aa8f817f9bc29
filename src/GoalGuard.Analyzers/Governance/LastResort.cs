
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
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.ForScan(Descriptors.GG0006), Location.Create(context.SemanticModel.SyntaxTree, default), Inventory.LimitProperties,
                    $"{exception.GetType().Name} in {method}"));
            }
        }
    }
}
