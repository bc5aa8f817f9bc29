using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;


namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6001: file name, argument string, shell text, or an argument of a shell or interpreter.</summary>
internal sealed class GG6001Process : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6001;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectProcess);

    public override bool IsAbout(Act act) => base.IsAbout(act) && act.Note != End;

    public override Guard Silences => Guard.NotText | Guard.Opaque | Guard.AllowListed | Guard.Matched | Guard.Approved | Guard.Sandboxed;

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "an argument list for a constant program, an allow-list, an approval or a sandbox",
    };
}
