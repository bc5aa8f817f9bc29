using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>An effect that a model may bring about by calling a tool.</summary>
/// <param name="Effect">The effect, with one way there.</param>
/// <param name="IsLimited">True if the model cannot say much about it: bound parameters, a constant host, a constant target.</param>
public sealed record RatedEffect(ReachedEffect Effect, bool IsLimited);

/// <summary>What a tool may bring about that nobody approves and nothing confines.</summary>
internal static class ToolRating
{
    /// <summary>What makes an effect harmless whoever calls.</summary>
    private const Guard Harmless = Guard.Approved | Guard.Sandboxed | Guard.AllowListed | Guard.Confined | Guard.FileName | Guard.Matched;

    /// <summary>What leaves the model only a part of the target.</summary>
    private const Guard Limiting = Guard.HostFixed | Guard.HostChecked | Guard.AllowedVerb;

    public static ImmutableArray<RatedEffect> Of(Engine engine, Origin tool, CancellationToken cancellation) =>
        Of(engine, ToolBody.Of(engine, tool, cancellation), cancellation);

    public static ImmutableArray<RatedEffect> Of(Engine engine, IEnumerable<ToolBody> bodies, CancellationToken cancellation)
    {
        var rated = ImmutableArray.CreateBuilder<RatedEffect>();
        var known = new HashSet<SourceSpan>();
        foreach (var body in bodies)
        {
            foreach (var effect in body.Reach.Effects.Where(effect => effect.IsMutating && effect.Role != Role.EffectTool))
            {
                if (known.Add(effect.Site) && !HasBody(engine, effect.Site, cancellation) && Rate(engine, effect, body.Result, cancellation) is { } isLimited)
                {
                    rated.Add(new RatedEffect(effect, isLimited));
                }
            }
        }

        return rated.ToImmutable();
    }

    /// <summary>True where an entry speaks about a member of this very compilation: what it does is seen in its body.</summary>
    private static bool HasBody(Engine engine, SourceSpan site, CancellationToken cancellation)
    {
        var tree = engine.Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == site.Path);
        return tree is not null && engine.Bodies.Model(tree) is { } model
            && model.GetSymbolInfo(tree.GetRoot(cancellation).FindNode(new TextSpan(site.Start, site.Length), getInnermostNodeForTie: true), cancellation).Symbol is IMethodSymbol method
            && !method.IsExtern && engine.Members.Targets(method, cancellation).Any();
    }

    /// <summary>Null if the effect is harmless.</summary>
    private static bool? Rate(Engine engine, ReachedEffect effect, MethodResult? result, CancellationToken cancellation)
    {
        if (result is null)
        {
            return false;
        }

        var first = effect.Path[0].At;
        var site = result.ToolSites.FirstOrDefault(site => site.At == first);
        // What the model may leave out is reported as such.
        if (site is { IsApproved: true } or { Unless: { Guard: not Guard.DryRun } } || (site?.Unasked is { } flag && engine.Flags.IsKept(flag, cancellation)))
        {
            return null;
        }

        var facts = Facts(result, finding => finding.Act.Site == effect.Site);
        // A statement, a start info or a request is filled before it is run or sent.
        var parts = facts.Count > 0 ? facts : Facts(result, finding => finding.Act.Effect == effect.Role);
        if (parts.Count > 0 && (facts.Count > 0 || site is { IsFed: true }))
        {
            // What the model may leave out is reported as such, too.
            return parts.TrueForAll(fact => ((Bypass.AllOf(fact) | engine.Flags.KeptOf(fact, cancellation)) & Harmless) != Guard.None || IsArm(fact)) ? null
                : site?.Unasked is not null || parts.TrueForAll(fact => ((fact.Guards | OwnFlags.LeftOutOf(fact)) & (Harmless | Limiting)) != Guard.None);
        }

        return site is not { IsFed: true, Unasked: null } || effect.Role is Role.EffectSql or Role.EffectNetwork;

        bool IsArm(Fact fact) => SwitchedArms.Of(fact, result.Findings.Where(finding => finding.Act.Effect == effect.Role)) is not null;
    }

    /// <summary>What chooses the object of an effect; what it is given besides limits nothing.</summary>
    private static List<Fact> Facts(MethodResult result, Func<Finding, bool> which) =>
        result.Findings.Where(finding => !FurtherArguments.Is(finding.Act) && which(finding)).SelectMany(finding => finding.Facts.Facts).ToList();
}
