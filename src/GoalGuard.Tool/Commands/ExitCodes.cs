using GoalGuard.Tool.Findings;
using GoalGuard.Tool.Scanning;

namespace GoalGuard.Tool.Commands;

/// <summary>What the command answers to a script.</summary>
internal static class ExitCodes
{
    public const int Clean = 0;
    public const int Findings = 1;

    /// <summary>Silence means nothing: bad arguments, nothing to scan, or something could not be analysed.</summary>
    public const int Incomplete = 2;

    public static int Of(ScanResult result, FailOn failOn, bool allowPartial)
    {
        if (!result.AnalysedAnything || (!result.IsComplete && !allowPartial))
        {
            return Incomplete;
        }

        return result.Findings.Any(finding => Fails(finding, failOn)) ? Findings : Clean;
    }

    private static bool Fails(Report finding, FailOn failOn) => failOn switch
    {
        FailOn.Never => false,
        FailOn.Info => true,
        _ => finding.Level == Level.Warning,
    };
}
