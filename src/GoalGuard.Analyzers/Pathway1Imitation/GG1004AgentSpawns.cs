using GoalGuard.Analysis;
using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Agents;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analyzers.Reporting;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GoalGuard.Analyzers.Pathway1Imitation;

/// <summary>GG1004: each round makes a further agent, as many as a model says or told what a model says, which stays or makes agents itself; nothing ends that for certain.</summary>
internal sealed class GG1004AgentSpawns(Engine engine, DiagnosticFactory factory)
{
    /// <summary>The loops that are reported, with the report.</summary>
    public IEnumerable<(LoopFact Loop, Diagnostic Diagnostic)> Report(ImmutableArray<LoopFact> loops, SyntaxTree tree, ISymbol member, CancellationToken cancellation)
    {
        var reported = new List<SourceSpan>();
        var back = loops.Where(loop => loop.Kind == LoopKind.Recursion).Select(loop => loop.Header).ToImmutableHashSet();
        foreach (var loop in loops.Where(loop => loop.Header.Path == tree.FilePath && loop.Closes).OrderBy(loop => loop.Header.Length))
        {
            // Whether a call that comes back ends is its own question.
            var agents = loop.Kind == LoopKind.Recursion ? loop.Agents : loop.Agents.RemoveAll(agent => back.Contains(agent.Site));
            if (!agents.IsEmpty && !reported.Any(loop.Header.Contains)
                && Said(loop) is { } said && !IsBounded(loop, said, cancellation) && Made(loop, agents, cancellation) is { } agent)
            {
                reported.Add(loop.Header);
                yield return (loop, Create(loop, said, agent, tree, member, reported.Count));
            }
        }
    }

    /// <summary>What of a model an agent is told in each round, or what decides that there is another one.</summary>
    private static Fact? Said(LoopFact loop) =>
        loop.Agents.SelectMany(agent => agent.Asked.Facts).FirstOrDefault(fact => fact.Origin.Kind == FactKind.ModelOutput)
        ?? loop.Deciding.Where(deciding => deciding.Ends || loop.Kind == LoopKind.Recursion).SelectMany(deciding => deciding.Facts.Facts)
            .FirstOrDefault(fact => fact.Origin.Kind == FactKind.ModelOutput);

    /// <summary>A list that a model wrote ends, but how long it is the model said.</summary>
    private bool IsBounded(LoopFact loop, Fact said, CancellationToken cancellation) => loop.Bounds.Any(bound =>
        bound.Kind != BoundKind.HostToken
        && !bound.IsMeasured && !(IsList(loop, bound) && !loop.Header.Contains(said.Origin.Site) && !IsCut(bound, cancellation))
        && bound.IsCertain(cancellation));

    private static bool IsList(LoopFact loop, BoundFact bound) => loop.Kind == LoopKind.Statement && bound is { Kind: BoundKind.Collection, Limit: LimitKind.None };

    /// <summary><c>steps.Take(5)</c>.</summary>
    private bool IsCut(BoundFact bound, CancellationToken cancellation) =>
        Sites.Operation(engine, bound.Site, cancellation)?.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText is "Take" or "Range") == true;

    /// <summary>The agent that a round makes and that outlives it; of a recursion, any.</summary>
    private ModelUse? Made(LoopFact loop, ImmutableArray<ModelUse> agents, CancellationToken cancellation) => agents.FirstOrDefault(agent =>
        loop.Kind == LoopKind.Recursion || new[] { agent.Site, agent.Output.Site }.Distinct().Any(site =>
            Sites.Operation(engine, site, cancellation) is { } made && new Staying(engine, loop.Header, cancellation).Stays(made)));

    private Diagnostic Create(LoopFact loop, Fact said, ModelUse agent, SyntaxTree tree, ISymbol member, int ordinal)
    {
        var source = new FlowStep("source", "model output of " + said.Origin.Name, said.Origin.Site);
        var way = (said.Trace?.Steps() ?? ImmutableArray<FlowStep>.Empty).Where(step => step.Kind == "hop");
        var steps = way.Prepend(source).Append(new FlowStep("act", agent.Output.Name, agent.Output.Site)).ToImmutableArray();
        var properties = DiagnosticFactory.Properties(Descriptors.GG1004).AddRange(new Dictionary<string, string?>
        {
            ["effect"] = "agent",
            ["source"] = "model-output",
            ["domain"] = "open",
            ["confidence"] = said.Origin.Inferred ? "inferred" : "certain",
            ["steps"] = string.Join("\n", steps.Select(each => each.Kind + "|" + each.Text)),
            ["fingerprint"] = DiagnosticFactory.Hash(string.Join("|", "GG1004", member.GetDocumentationCommentId() ?? member.Name, said.Origin.Name, agent.Output.Name, ordinal)),
        });
        return factory.Create(
            Descriptors.GG1004, Location.Create(tree, LoopHeader.Of(tree, loop.Header)), false, steps.Select(each => factory.Locate(each.Site, tree)), properties,
            said.Origin.Name, agent.Output.Name);
    }
}
