using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>What a setting takes care of.</summary>
internal enum SwitchKind
{
    /// <summary>Somebody is asked before a model's tools act.</summary>
    Approval,

    /// <summary>What a model's tools run stays isolated.</summary>
    Isolation,

    /// <summary>Rounds of tools or agents come to an end; how many are too many, a rule says.</summary>
    Iterations,
}

/// <summary>A value in the source that takes a precaution away.</summary>
/// <param name="Kind">Which precaution.</param>
/// <param name="At">The value.</param>
/// <param name="Text">The value as a person writes it.</param>
/// <param name="Setting">What it is handed to.</param>
/// <param name="SettingAt">Where that is.</param>
/// <param name="Member">The documentation id of the member that it stands in.</param>
/// <param name="IsLowered">True if a setting decides whether the value is used.</param>
/// <param name="Number">Of a limit, the number that it is set to.</param>
internal sealed record SwitchedOff(SwitchKind Kind, SourceSpan At, string Text, string Setting, SourceSpan SettingAt, string Member, bool IsLowered, double? Number);
