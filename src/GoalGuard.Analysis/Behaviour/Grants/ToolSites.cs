using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>A call in the body of a tool.</summary>
/// <param name="At">Where.</param>
/// <param name="IsApproved">A person agreed on every path to it, or it runs in isolation.</param>
/// <param name="IsFed">Something that the model chose goes into it.</param>
/// <param name="Unless">What the model chose and by which it may leave out that somebody is asked, or the isolation.</param>
public sealed record ToolSite(SourceSpan At, bool IsApproved, bool IsFed, Bypass? Unless = null);

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
        var unless = isApproved ? null : frame.State.BypassesOf(null).Bypasses.FirstOrDefault(bypass => bypass is { IsFlag: true, By.IsConcrete: true, Guard: Guard.Approved or Guard.Sandboxed });
        _sites[at] = _sites.TryGetValue(at, out var known) ? new ToolSite(at, known.IsApproved && isApproved, known.IsFed || isFed, unless) : new ToolSite(at, isApproved, isFed, unless);
    }

    public ImmutableArray<ToolSite> All() => _sites.Values.OrderBy(site => site.At.Path, StringComparer.Ordinal).ThenBy(site => site.At.Start).ThenBy(site => site.At.Length).ToImmutableArray();
}
