namespace GoalGuard.Tool.Findings;

/// <summary>One GoalGuard diagnostic of one project, with every target framework that shows it.</summary>
internal sealed record Report(
    string Id,
    Level Level,
    string Pathway,
    string Message,
    Place Place,
    IReadOnlyList<FlowStep> Steps,
    IReadOnlyDictionary<string, string> Properties,
    bool IsSuppressed,
    string Project,
    IReadOnlyList<string> Frameworks)
{
    public bool IsFinding => Id is not (RuleIds.Limit or RuleIds.Inventory) && !IsSuppressed;

    public string? Property(string name) => Properties.GetValueOrDefault(name);
}
