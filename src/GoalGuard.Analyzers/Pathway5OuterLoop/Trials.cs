using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>What the search or its outcome does.</summary>
/// <param name="Display">What acts.</param>
/// <param name="Site">Where.</param>
/// <param name="Effect">Its kind, as properties name it.</param>
/// <param name="Inferred">True where only a name says so.</param>
internal sealed record Trial(string Display, SourceSpan Site, string Effect, bool Inferred);

/// <summary>The acts of a loop and of what it found.</summary>
/// <param name="Act">The first one that nothing stands before; null if there is none.</param>
/// <param name="IsApproved">True where there are acts, and a person is asked before each.</param>
/// <param name="IsGuarded">True where there are acts, and each is isolated, approved or only told what it would do.</param>
internal sealed record Trials(Trial? Act, bool IsApproved, bool IsGuarded)
{
    private const Guard Harmless = Guard.Approved | Guard.Sandboxed | Guard.DryRun;

    public string Text => Act is null ? "nothing in sight acts on it" : $"{Act.Display}{(Act.Inferred ? " (inferred)" : "")} acts on it";

    public static Trials Of(Engine engine, LoopFact loop, ImmutableArray<Finding> findings, ISymbol member, CancellationToken cancellation)
    {
        var outputs = loop.Models.Select(use => use.Output).ToImmutableHashSet();
        var met = findings.Select(finding => (finding, facts: finding.Facts.Where(fact => outputs.Contains(fact.Origin)))).Where(each => !each.facts.IsEmpty).ToList();
        var open = met.Where(each => each.facts.Facts.Any(fact => (fact.Guards & Harmless) == 0)).Select(each => each.finding).FirstOrDefault();
        if (open is not null)
        {
            return new Trials(new Trial(open.Act.Display, open.Act.Site, FlowRule.EffectName(open.Act.Effect), open.Act.Inferred), false, false);
        }

        var guarded = met.Select(each => each.finding.Act.Site).ToImmutableHashSet();
        var effect = Effects(engine, loop, member, cancellation).FirstOrDefault(effect => !guarded.Contains(effect.Site));
        return effect is not null ? new Trials(new Trial(effect.Display, effect.Site, FlowRule.EffectName(effect.Role), false), false, false)
            : new Trials(null, met.Any(each => each.facts.Facts.All(fact => (fact.Guards & Guard.Approved) != 0)), met.Count > 0);
    }

    /// <summary>What a round changes, whatever it is given.</summary>
    private static IEnumerable<ReachedEffect> Effects(Engine engine, LoopFact loop, ISymbol member, CancellationToken cancellation) =>
        engine.Reach.Of(member, cancellation).Effects.Where(effect => effect.IsMutating && (loop.Kind != LoopKind.Statement || loop.Header.Contains(effect.Path[0].At)));
}
