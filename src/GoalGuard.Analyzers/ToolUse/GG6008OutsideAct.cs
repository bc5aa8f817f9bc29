using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6008: messages, payments, containers, clusters, other machines and repositories. Every argument counts, numbers too: an amount is a choice.</summary>
internal sealed class GG6008OutsideAct : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6008;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(
        Role.EffectContainer, Role.EffectKubernetes, Role.EffectCloud, Role.EffectRemoteShell, Role.EffectGit, Role.EffectEmail, Role.EffectPayment);

    public override Guard Silences => Guard.Opaque | Guard.AllowListed | Guard.Approved | Guard.Sandboxed | Guard.DryRun;

    public override bool IsSilenced(Fact fact, Act act) => base.IsSilenced(fact, act) || IsNoChoice(fact);

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "an approval, an allow-list or a dry run",
    };
}
