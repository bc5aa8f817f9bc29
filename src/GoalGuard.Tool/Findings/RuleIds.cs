namespace GoalGuard.Tool.Findings;

/// <summary>What the tool must know about GoalGuard's ids.</summary>
internal static class RuleIds
{
    public const string Limit = "GG0006";
    public const string Inventory = "GG0007";

    public static bool IsOurs(string? id) => id is ['G', 'G', _, _, _, _] && id.AsSpan(2).ContainsAnyExceptInRange('0', '9') is false;

    /// <summary>The thousands of an id are its category.</summary>
    public static string PathwayOf(string id) => id[2] switch
    {
        '1' => "Pathway1Imitation",
        '2' => "Pathway2OutcomeConditioning",
        '3' => "Pathway3EmergentGoals",
        '4' => "Pathway4RewardMaximisation",
        '5' => "Pathway5OuterLoop",
        '6' => "ToolUse",
        '7' => "Propagation",
        _ => "Governance",
    };
}
