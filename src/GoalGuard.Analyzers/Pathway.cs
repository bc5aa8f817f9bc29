namespace GoalGuard.Analyzers;

/// <summary>The categories: the pathways to goal-directed behaviour, and what lies beside them.</summary>
internal static class Pathway
{
    public const string Imitation = "Pathway1Imitation";
    public const string OutcomeConditioning = "Pathway2OutcomeConditioning";
    public const string EmergentGoals = "Pathway3EmergentGoals";
    public const string RewardMaximisation = "Pathway4RewardMaximisation";
    public const string OuterLoop = "Pathway5OuterLoop";
    public const string ToolUse = "ToolUse";
    public const string Propagation = "Propagation";
    public const string Governance = "Governance";
}
