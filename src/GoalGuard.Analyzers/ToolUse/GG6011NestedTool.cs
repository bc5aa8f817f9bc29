using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6011: from inside a tool, which other tool is invoked, or with what. Nobody sees that call but this tool.</summary>
internal sealed class GG6011NestedTool : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6011;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectTool);

    /// <summary>What a model says outside of tools is for the program to dispatch.</summary>
    public override bool IsSource(Origin origin) => origin.Kind == FactKind.ToolInput || origin is { Kind: FactKind.ModelOutput, IsInTool: true };

    public override Guard Silences => Guard.NotText | Guard.Opaque | Guard.AllowListed | Guard.Approved | Guard.Sandboxed;

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "an allow-list of tools or an approval",
    };
}
