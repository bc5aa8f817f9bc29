using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>GG6007: who chooses the script, the page or the click. Text that is only typed does not count, and a page on a known host neither.</summary>
internal sealed class GG6007Browser : FlowRule
{
    private const string Input = "input";
    private const string Navigate = "navigate";
    private const string Post = "post";
    private const string Submit = "submit";

    private const Guard SureOfHost = Guard.Matched | Guard.HostFixed | Guard.HostChecked;

    public override DiagnosticDescriptor Descriptor => Descriptors.GG6007;

    public override ImmutableHashSet<Role> Effects { get; } = ImmutableHashSet.Create(Role.EffectBrowser);

    public override bool IsAbout(Act act) => base.IsAbout(act) && act.Note != Input;

    public override Guard Silences => Guard.Opaque | Guard.AllowListed | Guard.Approved | Guard.Sandboxed;

    /// <summary>A number in an address or a script is harmless; a place on the page is what is clicked.</summary>
    public override bool IsSilenced(Fact fact, Act act) =>
        base.IsSilenced(fact, act)
        || (act.Note == Submit ? IsNoChoice(fact) : (fact.Guards & Guard.NotText) != 0)
        || (IsAddress(act) && (fact.Guards & SureOfHost) != 0);

    public override object[] Message(Flow flow) => new object[]
    {
        flow.SourceText, flow.Target, flow.NearMiss, "open",
        IsAddress(flow.First.Act) ? "a constant host, an allow-list of hosts or an approval" : "an allow-list, an approval or a sandbox",
    };

    private static bool IsAddress(Act act) => act.Note is Navigate or Post;
}
