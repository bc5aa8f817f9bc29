using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6006: who chooses the type that is made or the member that is called. To look one up by name, and only to look, does not count.</summary>
internal sealed class GG6006Reflection : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6006;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectReflection);

    public override Guard Silences => Guard.NotText | Guard.Opaque | Guard.AllowListed | Guard.Approved | Guard.Sandboxed | Guard.Compiled;

    public override Guard Lowers => Guard.Derived;

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "an allow-list of names or an approval",
    };
}
