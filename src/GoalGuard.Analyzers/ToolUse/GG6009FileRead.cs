using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6009: the path of a file that is read, where a model sees what it holds, or where that leaves the machine. Only to compare or to count it does not count.</summary>
internal sealed class GG6009FileRead : FlowRule
{
    public override DiagnosticDescriptor Descriptor => Descriptors.GG6009;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectFileRead);

    public override bool IsMet(Finding finding, MethodResult result) => result.Shown.Contains(finding.Act.Site);

    /// <summary>What only lowers a warning silences an info.</summary>
    public override Guard Silences =>
        Guard.NotText | Guard.Opaque | Guard.FileName | Guard.Confined | Guard.WeaklyConfined | Guard.AllowListed | Guard.Approved | Guard.Sandboxed;

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open", "confinement to a root, or an allow-list",
    };
}
