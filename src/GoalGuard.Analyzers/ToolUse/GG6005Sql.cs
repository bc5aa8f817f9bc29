using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6005: the text of a statement. What is bound as a parameter, or stored as data, does not count.</summary>
internal sealed class GG6005Sql : FlowRule
{
    /// <summary>Neither is enough alone: a second statement does anything, and so does the first where its verb is free.</summary>
    private const Guard OneAllowedStatement = Guard.AllowedVerb | Guard.SingleStatement;

    public override DiagnosticDescriptor Descriptor => Descriptors.GG6005;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectSql);

    public override Guard Silences => Guard.NotText | Guard.Opaque | Guard.AllowListed | Guard.Approved | Guard.Sandboxed;

    public override bool IsSilencedBy(Guard guards) => base.IsSilencedBy(guards) || (guards & OneAllowedStatement) == OneAllowedStatement;

    public override bool IsLowered(Act act) => act.Note == Limited;

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "parameters for what varies, an allow-list of statements or an approval",
    };
}
