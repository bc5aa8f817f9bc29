using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analyzers.Reporting;

namespace GoalGuard.Analyzers.Pathway1Imitation;

/// <summary>GG1001: a loop that hands a model's answer to its next round, or does what it says in each, with nothing that ends it for certain.</summary>
internal sealed class GG1001UnboundedLoop(Engine engine, DiagnosticFactory factory)
{
    public IEnumerable<Diagnostic> Report(ImmutableArray<LoopFact> loops, ImmutableArray<Finding> findings, SyntaxTree tree, ISymbol member, CancellationToken cancellation)
    {
        var reported = new List<SourceSpan>();
        foreach (var loop in loops.Where(loop => loop.Header.Path == tree.FilePath && loop.Closes).OrderBy(loop => loop.Header.Length))
        {
            // A loop around a loop that never ends has no rounds of its own.
            if (!reported.Any(loop.Header.Contains) && Step.Of(loop, findings) is { } step && RoundsVerdict.Of(loop, cancellation) is { } verdict)
            {
                reported.Add(loop.Header);
                yield return Create(loop, step, verdict, Effect(loop, member, tree, cancellation), tree, member, reported.Count);
            }
        }
    }

    /// <summary>Something that a round changes.</summary>
    private ReachedEffect? Effect(LoopFact loop, ISymbol member, SyntaxTree tree, CancellationToken cancellation)
    {
        var members = loop.Kind == LoopKind.Edges ? loop.Members.ToImmutableArray<ISymbol>() : ImmutableArray.Create(member);
        var effects = members.SelectMany(each => engine.Reach.Of(each, cancellation).Effects)
            .Where(effect => effect.IsMutating && (loop.Kind != LoopKind.Statement || loop.Header.Contains(effect.Path[0].At))).ToList();
        return effects.FirstOrDefault(effect => effect.Role != Role.EffectTool)
            ?? (effects.Count > 0 && !CalledTools.OnlyRead(engine, tree, cancellation) ? effects[0] : null);
    }

    private Diagnostic Create(LoopFact loop, Step step, RoundsVerdict verdict, ReachedEffect? effect, SyntaxTree tree, ISymbol member, int ordinal)
    {
        var isLowered = verdict.IsLowered || effect is null;
        var act = effect is null ? new FlowStep("act", "asked again", step.Again) : new FlowStep("act", effect.Display, effect.Site);
        var steps = step.Way.Add(act);
        var key = string.Join("|", "GG1001", member.GetDocumentationCommentId() ?? member.Name, step.Output.Name, ordinal);
        var properties = DiagnosticFactory.Properties(Descriptors.GG1001).SetItem("level", isLowered ? "I" : "W").AddRange(new Dictionary<string, string?>
        {
            ["effect"] = effect is null ? "model-call" : FlowRule.EffectName(effect.Role),
            ["source"] = "model-output",
            ["domain"] = "open",
            ["confidence"] = step.Output.Inferred ? "inferred" : "certain",
            ["steps"] = string.Join("\n", steps.Select(each => each.Kind + "|" + each.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(key),
        });
        return factory.Create(
            Descriptors.GG1001, Location.Create(tree, LoopHeader.Of(tree, loop.Header)), isLowered, steps.Select(each => factory.Locate(each.Site, tree)), properties,
            step.Output.Name, verdict.Text);
    }

    /// <summary>How one round makes the next: the output, its way, and where a model is asked again or told what to do.</summary>
    private sealed record Step(Origin Output, ImmutableArray<FlowStep> Way, SourceSpan Again)
    {
        public static Step? Of(LoopFact loop, ImmutableArray<Finding> findings) => Carried(loop) ?? Acted(loop, findings);

        private static Step? Carried(LoopFact loop)
        {
            foreach (var use in loop.Models)
            {
                foreach (var fact in use.Asked.Facts.Where(fact => loop.Carried.Contains(fact.Origin)))
                {
                    return new Step(fact.Origin, Start(fact.Origin, fact.Trace), use.Site);
                }
            }

            return loop.Carried.IsEmpty ? null : new Step(loop.Carried[0], Start(loop.Carried[0], null), loop.Models[0].Site);
        }

        /// <summary>What a model says is done in each round: the world hands the outcome on. What is only told along with something else is not done.</summary>
        private static Step? Acted(LoopFact loop, ImmutableArray<Finding> findings)
        {
            var outputs = loop.Models.Select(use => use.Output).ToImmutableHashSet();
            var facts = findings.Where(finding => loop.Header.Contains(finding.At) && !FurtherArguments.Is(finding.Act)).SelectMany(finding => finding.Facts.Facts, (finding, fact) => (finding, fact));
            return facts.Where(each => outputs.Contains(each.fact.Origin)).Select(each => new Step(each.fact.Origin, Start(each.fact.Origin, each.fact.Trace), each.finding.At)).FirstOrDefault();
        }

        private static ImmutableArray<FlowStep> Start(Origin output, Trace? trace)
        {
            var way = (trace?.Steps() ?? ImmutableArray<FlowStep>.Empty).Where(step => step.Kind != "act").ToImmutableArray();
            return way.FirstOrDefault()?.Kind == "source" ? way : way.Insert(0, new FlowStep("source", "model output of " + output.Name, output.Site));
        }
    }
}
