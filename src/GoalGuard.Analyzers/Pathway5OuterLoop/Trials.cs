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
/// <param name="InRound">The first of those that a round of the loop makes.</param>
/// <param name="IsApproved">True where there are acts, and a person is asked before each.</param>
/// <param name="IsGuarded">True where there are acts, and each is isolated, approved or only told what it would do.</param>
internal sealed record Trials(Trial? Act, Trial? InRound, bool IsApproved, bool IsGuarded)
{
    private const Guard Harmless = Guard.Approved | Guard.Sandboxed | Guard.DryRun;

    public static Trials Of(Engine engine, LoopFact loop, ImmutableArray<Finding> findings, ISymbol member, CancellationToken cancellation)
    {
        var outputs = loop.Models.Select(use => use.Output).ToImmutableHashSet();
        var met = findings.Select(finding => (finding, facts: finding.Facts.Where(fact => outputs.Contains(fact.Origin)))).Where(each => !each.facts.IsEmpty).ToList();
        var known = met.Select(each => each.finding.Act.Site).ToImmutableHashSet();
        var given = loop.Given.ToDictionary(call => call.Site, call => call.Facts);
        var effects = Effects(engine, loop, given, member, cancellation).Where(effect => !known.Contains(effect.Site))
            .Select(effect => (effect, facts: given.TryGetValue(effect.Path[0].At, out var facts) ? facts : FactSet.Empty)).ToList();
        var acts = met.Where(each => !Have(each.facts, Harmless)).Select(each => (Of(each.finding), At: each.finding.At))
            .Concat(effects.Where(each => !Have(each.facts, Harmless)).Select(each => (Of(each.effect), At: each.effect.Path[0].At))).ToList();
        var all = met.Select(each => each.facts).Concat(effects.Select(each => each.facts)).ToList();
        return new Trials(
            acts.Select(act => act.Item1).FirstOrDefault(), acts.Where(act => IsInRound(loop, act.At)).Select(act => act.Item1).FirstOrDefault(),
            acts.Count == 0 && all.Exists(facts => Have(facts, Guard.Approved)), acts.Count == 0 && all.Count > 0);
    }

    private static Trial Of(Finding finding) => new(finding.Act.Display, finding.Act.Site, FlowRule.EffectName(finding.Act.Effect), finding.Act.Inferred);

    private static Trial Of(ReachedEffect effect) => new(effect.Display, effect.Site, FlowRule.EffectName(effect.Role), false);

    /// <summary>True if one of these guards stands before each of what is known; of what is given nothing, nothing is sure.</summary>
    private static bool Have(FactSet facts, Guard guards) => !facts.IsEmpty && facts.Facts.All(fact => (fact.Guards & guards) != 0);

    private static bool IsInRound(LoopFact loop, SourceSpan at) => loop.Kind != LoopKind.Statement || loop.Header.Contains(at);

    /// <summary>What a round changes, whatever it is given, and what is done with the outcome.</summary>
    private static IEnumerable<ReachedEffect> Effects(
        Engine engine, LoopFact loop, Dictionary<SourceSpan, FactSet> given, ISymbol member, CancellationToken cancellation) =>
        engine.Reach.Of(member, cancellation).Effects.Where(effect =>
            effect.IsMutating && (IsInRound(loop, effect.Path[0].At) || (given.ContainsKey(effect.Path[0].At) && effect.Path[0].At.Start > loop.Header.Start)));
}
