using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;


namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6004: who chooses the host of a request. What is asked of a constant host does not count.</summary>
internal sealed class GG6004Network : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6004;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectNetwork);

    public override Guard Silences =>
        Guard.NotText | Guard.Opaque | Guard.AllowListed | Guard.Matched | Guard.HostFixed | Guard.HostChecked | Guard.Approved | Guard.Sandboxed;

    /// <summary>Private addresses are refused, and on every redirect.</summary>
    public override Guard Lowers => Guard.PublicHost | Guard.EveryHop;

    public override bool IsLoweredBy(Guard guards) => (guards & Lowers) == Lowers;

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "a constant host, an allow-list of hosts or an approval",
    };
}
