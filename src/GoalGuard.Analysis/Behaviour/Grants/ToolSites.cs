using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>A call in the body of a tool.</summary>
/// <param name="At">Where.</param>
/// <param name="IsApproved">A person agreed on every path to it, or it runs in isolation.</param>
/// <param name="IsFed">Something that the model chose goes into it.</param>
/// <param name="Unless">What the model chose and by which it may leave out that somebody is asked, or the isolation.</param>
/// <param name="Unasked">The flag of the program by which it leaves out that somebody is asked.</param>
public sealed record ToolSite(SourceSpan At, bool IsApproved, bool IsFed, Bypass? Unless = null, Origin? Unasked = null);

/// <summary>Takes down the calls in the bodies of tools, so that what they lead to can be rated.</summary>
internal sealed class ToolSites
{
    private readonly Dictionary<SourceSpan, ToolSite> _sites = new();
    private int _depth;

    /// <summary>What is walked from here on runs as a tool.</summary>
    public void Begin() => _depth++;

    public void End() => _depth--;

    public void See(Frame frame, Call call)
    {
        if (_depth == 0)
        {
            return;
        }

        var at = SourceSpan.Of(call.Operation.Syntax);
        var isApproved = (frame.State.GuardsOf(null) & (Guard.Approved | Guard.Sandboxed)) != Guard.None;
        var isFed = call.Arguments.Select(argument => argument.Value).Append(call.Instance).Any(given => given is not null && frame.Deep(frame[given]).HasConcrete);
        var bypasses = isApproved ? ImmutableArray<Bypass>.Empty : frame.State.BypassesOf(null).Bypasses;
        var unless = bypasses.Where(bypass => bypass is { IsFlag: true, By.IsConcrete: true }).OrderBy(Order).FirstOrDefault(bypass => Order(bypass) > 0);
        var unasked = bypasses.FirstOrDefault(bypass => bypass is { By.Kind: FactKind.Setting, Guard: Guard.Approved })?.By;
        var site = new ToolSite(at, isApproved, isFed, unless, unasked);
        _sites[at] = _sites.TryGetValue(at, out var known) ? site with { IsApproved = known.IsApproved && isApproved, IsFed = known.IsFed || isFed } : site;
    }

    /// <summary>What stands before any effect comes first; a dry run is a precaution of some.</summary>
    private static int Order(Bypass bypass) => bypass.Guard switch
    {
        Guard.Approved or Guard.Sandboxed => 1,
        Guard.DryRun => 2,
        _ => 0,
    };

    public ImmutableArray<ToolSite> All() => _sites.Values.OrderBy(site => site.At.Path, StringComparer.Ordinal).ThenBy(site => site.At.Start).ThenBy(site => site.At.Length).ToImmutableArray();
}
