using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>Members that call themselves, directly or through others, and ask a model on the way: each call that comes back is a loop, whose rounds are calls.</summary>
internal static class Recursions
{
    public static IEnumerable<LoopFact> Of(MethodAnalysis method)
    {
        if (method.Member is not IMethodSymbol member)
        {
            yield break;
        }

        foreach (var call in method.Models.Calls)
        {
            var cycle = CallCycle.Of(method, member, call);
            if (!cycle.IsEmpty)
            {
                yield return Of(method, call, cycle, method.Models.All());
            }
        }

        foreach (var graph in method.Models.Graphs)
        {
            foreach (var cycle in LocalCycles.Through(graph, method.Cancellation))
            {
                var call = new AskingCall(cycle[0].Calls[0], cycle[1 % cycle.Length].Member, ImmutableArray.Create(graph));
                yield return Of(method, call, cycle, method.Models.In(graph, _ => true));
            }
        }
    }

    private static LoopFact Of(MethodAnalysis method, AskingCall call, ImmutableArray<CycleStation> cycle, ImmutableArray<ModelUse> models)
    {
        var header = SourceSpan.Of(call.Call.Syntax);
        var carried = LoopFacts.Carried(models);
        var steps = ParameterSteps.Of(method, cycle);
        var deciding = ImmutableArray.CreateBuilder<DecidingFact>();
        var bounds = ImmutableArray.CreateBuilder<BoundFact>();
        var misses = ImmutableArray.CreateBuilder<BoundFact>();
        var rankings = ImmutableArray.CreateBuilder<Ranking>();
        foreach (var (graph, station) in Graphs(call, cycle))
        {
            if (Loop(graph, cycle[station].Calls, method.Cancellation) is { } loop)
            {
                var definitions = Definitions.Of(loop.Graph, Writes(loop, cycle[station].Member, steps.Around(station)), method.Cancellation);
                var found = LoopFacts.Bounds(method, loop, definitions);
                bounds.AddRange(LoopFacts.Bounds(method, graph, found));
                misses.AddRange(LoopFacts.NearMisses(found));
                deciding.AddRange(LoopFacts.Deciding(method, graph, loop, models));
                rankings.AddRange(Rankings.Of(method, graph, loop, SourceSpan.Of(graph.OriginalOperation.Syntax), models));
            }
        }

        if (carried.IsEmpty && Descends(cycle[0].Member, steps.Around(0)))
        {
            bounds.Add(new BoundFact(BoundKind.Collection, LimitKind.None, header, false));
        }

        return new LoopFact(
            LoopKind.Recursion, header, models.Where(use => use.Site != header).DefaultIfEmpty(models[0]).ToImmutableArray(), carried,
            deciding.ToImmutable(), bounds.Distinct().ToImmutableArray(), misses.Distinct().ToImmutableArray())
        {
            Rankings = rankings.Distinct().ToImmutableArray(),
            Given = rankings.Count == 0 ? ImmutableArray<GivenCall>.Empty : method.Models.Given(models),
            Frontier = Frontier.Of(call.Call),
            Closes = SymbolEqualityComparer.Default.Equals(cycle[1 % cycle.Length].Member, Entry(cycle)),
        };
    }

    /// <summary>The member that others enter the cycle by: the most open one, of several the first in the source.</summary>
    private static IMethodSymbol Entry(ImmutableArray<CycleStation> cycle) => cycle.Select(station => station.Member)
        .OrderByDescending(member => member.DeclaredAccessibility)
        .ThenBy(member => member.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(member => member.Locations[0].SourceSpan.Start).First();

    /// <summary>A child or a rest of what a parameter held is handed over for it: it comes to an end. A part of a number or date is none.</summary>
    private static bool Descends(IMethodSymbol member, ImmutableArray<Handed> steps) =>
        member.Parameters.Any(parameter => steps[parameter.Ordinal] is { Descends: true, From: var from } && from == parameter.Ordinal && !Types.CarriesNoText(parameter.Type));

    /// <summary>The graphs in which the way round may be left: those of the members on it, and of the delegates around the call.</summary>
    private static IEnumerable<(ControlFlowGraph Graph, int Station)> Graphs(AskingCall call, ImmutableArray<CycleStation> cycle)
    {
        foreach (var graph in call.Graphs)
        {
            yield return (graph, 0);
        }

        for (var i = 1; i < cycle.Length; i++)
        {
            if (cycle[i].Graph is { } graph)
            {
                yield return (graph, i);
            }
        }
    }

    private static Loop? Loop(ControlFlowGraph source, ImmutableArray<IOperation> calls, CancellationToken cancellation)
    {
        var graph = FlowGraph.Of(source, cancellation);
        var nodes = graph.Nodes.Where(node => node.Operations().SelectMany(root => PostOrder.Of(root)).Any(operation => calls.Any(call => Makes(operation, call)))).ToImmutableArray();
        return nodes.IsEmpty ? null : Loops.Loop.OfCalls(graph, nodes);
    }

    /// <summary>True for the call, and for the delegate that it stands in.</summary>
    private static bool Makes(IOperation operation, IOperation call) =>
        operation is IFlowAnonymousFunctionOperation ? operation.Syntax.Span.Contains(call.Syntax.Span) : operation.Kind == call.Kind && operation.Syntax == call.Syntax;

    /// <summary>What each call does to the parameters, as if they were assigned there; one that is handed on as it is stays what it was.</summary>
    private static IEnumerable<(ISymbol Parameter, Write Write)> Writes(Loop loop, IMethodSymbol member, ImmutableArray<Handed> steps) =>
        from parameter in member.Parameters
        let step = parameter.Ordinal < steps.Length ? steps[parameter.Ordinal] : Handed.Unknown
        where step.From != parameter.Ordinal || step.Motion != Motion.Still
        from edge in loop.BackEdges
        select ((ISymbol)parameter, new Write(loop.Graph.Nodes[edge.From], step.From == parameter.Ordinal ? step.Motion : Motion.Unknown, true, null));
}
