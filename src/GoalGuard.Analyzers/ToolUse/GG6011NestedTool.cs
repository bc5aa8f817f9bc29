using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6011: from inside a tool, or past an approval, which other tool is invoked, or with what. Nobody sees that call but this tool.</summary>
internal sealed class GG6011NestedTool : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6011;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectTool);

    public override Guard Silences => Guard.NotText | Guard.Opaque | Guard.AllowListed | Guard.Approved | Guard.Sandboxed;

    /// <summary>What a model says outside of tools is for the program to dispatch, unless that goes past somebody who is asked.</summary>
    public override bool IsSilenced(Fact fact, Act act) =>
        base.IsSilenced(fact, act) || (fact.Origin is { Kind: FactKind.ModelOutput, IsInTool: false } && !act.IsPastApproval);

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "an allow-list of tools or an approval",
        flow.First.Act.IsPastApproval ? "text calls a tool past its approval" : "from inside a tool, text calls another tool",
    };
}
