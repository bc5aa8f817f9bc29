using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PersonReach = GoalGuard.Analysis.Behaviour.PersonReach;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>
/// What is known of the loops that ask a model, once their member was walked: what one round hands to the next, what decides, what bounds them. Only loops with
/// a model call in them are looked at.
/// </summary>
internal static class LoopFacts
{
    public static ImmutableArray<LoopFact> Of(MethodAnalysis method)
    {
        var facts = ImmutableArray.CreateBuilder<LoopFact>();
        foreach (var graph in method.Models.Graphs)
        {
            if (method.Decisions.LoopsOf(graph) is { } forest)
            {
                if (!forest.Graph.IsComplete)
                {
                    method.Cap("ways through a member", graph.OriginalOperation.Syntax);
                }

                var definitions = new Lazy<Definitions>(() => Definitions.Of(forest.Graph, method.Cancellation), LazyThreadSafetyMode.None);
                facts.AddRange(forest.Loops.Select(loop => Of(method, graph, loop, definitions)).OfType<LoopFact>());
            }
        }

        facts.AddRange(Recursions.Of(method));
        return facts.OrderBy(fact => fact.Header.Start).ThenByDescending(fact => fact.Header.Length).ToImmutableArray();
    }

    private static LoopFact? Of(MethodAnalysis method, ControlFlowGraph graph, Loop loop, Lazy<Definitions> definitions)
    {
        var (models, agents) = Split(method.Models.In(graph, loop.Contains));
        if (models.IsEmpty && agents.IsEmpty)
        {
            return null;
        }

        var bounds = Bounds(method, loop, definitions.Value);
        var header = Header(loop, graph);
        var rankings = Rankings.Of(method, graph, loop, Rankings.Rounds(method, header), models).ToImmutableArray();
        return new LoopFact(
            LoopKind.Statement, header, models, Carried(models), Deciding(method, graph, loop, models), Bounds(method, graph, bounds), NearMisses(bounds))
        {
            Agents = agents,
            Rankings = rankings,
            Given = rankings.IsEmpty ? ImmutableArray<GivenCall>.Empty : method.Models.Given(models),
            Frontier = rankings.IsEmpty ? null : Frontier.Of(loop, header, models, Filling(method)),
        };
    }

    private static Filling Filling(MethodAnalysis method) => new(call =>
        method.Engine.Members.Targets(call.TargetMethod, method.Cancellation).SelectMany(target => method.Engine.Bodies.Operations(target, method.Cancellation)));

    /// <summary>The models that are asked, and the agents that are made.</summary>
    public static (ImmutableArray<ModelUse> Models, ImmutableArray<ModelUse> Agents) Split(ImmutableArray<ModelUse> uses) =>
        (uses.RemoveAll(use => use.Output.Kind == FactKind.Agent), uses.RemoveAll(use => use.Output.Kind != FactKind.Agent));

    public static LoopBounds Bounds(MethodAnalysis method, Loop loop, Definitions definitions) => LoopBounds.Of(
        loop, definitions, method.Engine.Knowledge, method.Cancellation, operation => PersonReach.Asks(method.Engine, operation, method.Cancellation), Filling(method));

    public static ImmutableArray<BoundFact> Bounds(MethodAnalysis method, ControlFlowGraph graph, LoopBounds bounds) => bounds.Bounds
        .Select(bound => new BoundFact(
            bound.Kind, bound.LimitKind, SourceSpan.Of(bound.At.Syntax), bound.MayBeInfinite || IsModels(method, graph, bound))
        {
            IsLeftOpen = cancellation => OpenBounds.IsOpen(method.Engine, bound, cancellation),
            IsMeasured = bound.Limit is { } limit && CollectionMembers.Counted(Symbols.Plain(limit)) is not null && HasModels(method, graph, limit),
        }).ToImmutableArray();

    public static ImmutableArray<BoundFact> NearMisses(LoopBounds bounds) => bounds.NearMisses
        .Select(miss => new BoundFact(miss.Kind, LimitKind.None, SourceSpan.Of(miss.At.Syntax), false, miss.Reason)).ToImmutableArray();

    /// <summary>A limit that a model chose may be any number; what it wrote has an end.</summary>
    private static bool IsModels(MethodAnalysis method, ControlFlowGraph graph, Bound bound) =>
        bound.Limit is { } limit && CollectionMembers.Counted(Symbols.Plain(limit)) is null && HasModels(method, graph, limit);

    private static bool HasModels(MethodAnalysis method, ControlFlowGraph graph, IOperation limit) =>
        method.Decisions.Compared(graph, limit).Facts.Any(fact => fact.Origin.IsConcrete && fact.Origin.Kind != FactKind.Reinforcement);

    /// <summary>What goes round: the output of a call that, over others perhaps, feeds itself.</summary>
    public static ImmutableArray<Origin> Carried(ImmutableArray<ModelUse> models) =>
        models.Where(use => Feeds(models, use, use)).Select(use => use.Output).Distinct().ToImmutableArray();

    private static bool Feeds(ImmutableArray<ModelUse> models, ModelUse from, ModelUse to)
    {
        var seen = new HashSet<ModelUse>();
        var open = new Queue<ModelUse>(models.Where(use => use.IsFedBy(from)));
        while (open.Count > 0)
        {
            var use = open.Dequeue();
            if (use == to)
            {
                return true;
            }

            foreach (var next in models.Where(next => next.IsFedBy(use) && seen.Add(next)))
            {
                open.Enqueue(next);
            }
        }

        return false;
    }

    public static ImmutableArray<DecidingFact> Deciding(MethodAnalysis method, ControlFlowGraph graph, Loop loop, ImmutableArray<ModelUse> models)
    {
        var outputs = models.Select(use => use.Output).ToImmutableHashSet();
        var deciding = ImmutableArray.CreateBuilder<DecidingFact>();
        foreach (var condition in loop.Nodes.Select(node => node.Condition).OfType<IOperation>().Distinct())
        {
            var facts = method.Decisions.Asked(graph, condition).Where(fact => outputs.Contains(fact.Origin) || fact.Relations.Choices.Any(choice => outputs.Contains(choice.By.Origin)));
            if (!facts.IsEmpty)
            {
                deciding.Add(new DecidingFact(SourceSpan.Of(condition.Syntax), facts, loop.Exits.Any(exit => exit.Condition == condition)));
            }
        }

        return deciding.OrderBy(fact => fact.Site.Start).ToImmutableArray();
    }

    /// <summary>The statement that the loop is written as; jumps have none.</summary>
    private static SourceSpan Header(Loop loop, ControlFlowGraph graph)
    {
        var first = loop.Nodes.SelectMany(node => node.Operations()).FirstOrDefault()?.Syntax ?? graph.OriginalOperation.Syntax;
        var inside = loop.Nodes.SelectMany(node => node.Operations()).Select(operation => operation.Syntax.Span).ToList();
        var statement = first.AncestorsAndSelf().TakeWhile(node => node != graph.OriginalOperation.Syntax)
            .FirstOrDefault(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax && inside.All(node.Span.Contains));
        return SourceSpan.Of(statement ?? first);
    }
}
