using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6002: text that is compiled, interpreted or evaluated, code that is loaded, and packages that are installed.</summary>
internal sealed class GG6002Code : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6002;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectCode, Role.EffectNative);

    public override Guard Silences => Guard.NotText | Guard.Opaque | Guard.AllowListed | Guard.Approved | Guard.Sandboxed | Guard.Compiled;

    public override bool IsLowered(Act act) => act.Note == Limited;

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "a sandbox or an approval",
    };
}
