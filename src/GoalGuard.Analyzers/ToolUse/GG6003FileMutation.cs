using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;


namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6003: the path of a write, move, delete or permission change. Written content does not count.</summary>
internal sealed class GG6003FileMutation : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6003;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectFileWrite, Role.EffectFileDelete);

    public override Guard Silences =>
        Guard.NotText | Guard.Opaque | Guard.FileName | Guard.Confined | Guard.AllowListed | Guard.Approved | Guard.Sandboxed;

    public override Guard Lowers => Guard.WeaklyConfined;

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "confinement to a root, an allow-list or an approval",
    };
}
