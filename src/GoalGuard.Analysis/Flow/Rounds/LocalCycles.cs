using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>Local functions that come back to themselves, directly or through others of the same member.</summary>
internal static class LocalCycles
{
    /// <summary>The shortest way back for each local function that the one with this graph calls; the function itself first.</summary>
    public static IEnumerable<ImmutableArray<CycleStation>> Through(ControlFlowGraph graph, CancellationToken cancellation)
    {
        if (graph.OriginalOperation is not ILocalFunctionOperation function)
        {
            yield break;
        }

        foreach (var calls in Calls(function).GroupBy(call => call.TargetMethod, (target, calls) => (Target: target, Calls: calls.ToImmutableArray<IOperation>()), Same))
        {
            cancellation.ThrowIfCancellationRequested();
            var station = new CycleStation(function.Symbol, graph, calls.Calls);
            if (Same.Equals(calls.Target, function.Symbol))
            {
                yield return ImmutableArray.Create(station);
            }
            else if (Way(graph, calls.Target, function.Symbol) is { IsEmpty: false } way)
            {
                yield return way.Insert(0, station);
            }
        }
    }

    private static IEqualityComparer<IMethodSymbol> Same => SymbolEqualityComparer.Default;

    private static IEnumerable<IInvocationOperation> Calls(IOperation body) =>
        PostOrder.Of(body).OfType<IInvocationOperation>().Where(call => call.TargetMethod.MethodKind == MethodKind.LocalFunction);

    /// <summary>From the function that is called to the one that is to be come back to, which is not part of it; empty if none leads there.</summary>
    private static ImmutableArray<CycleStation> Way(ControlFlowGraph graph, IMethodSymbol from, IMethodSymbol to)
    {
        var before = new Dictionary<IMethodSymbol, CycleStation?>(Same) { [from] = null };
        for (var open = new Queue<IMethodSymbol>(before.Keys); open.Count > 0;)
        {
            var at = open.Dequeue();
            if (GraphOf(graph, at) is not { } its)
            {
                continue;
            }

            foreach (var calls in Calls(its.OriginalOperation).GroupBy(call => call.TargetMethod, Same))
            {
                var station = new CycleStation(at, its, calls.ToImmutableArray<IOperation>());
                if (Same.Equals(calls.Key, to))
                {
                    return Back(before, station);
                }

                if (!before.ContainsKey(calls.Key))
                {
                    before[calls.Key] = station;
                    open.Enqueue(calls.Key);
                }
            }
        }

        return ImmutableArray<CycleStation>.Empty;
    }

    private static ImmutableArray<CycleStation> Back(Dictionary<IMethodSymbol, CycleStation?> before, CycleStation end)
    {
        var way = new Stack<CycleStation>();
        for (CycleStation? at = end; at is not null; at = before[at.Member])
        {
            way.Push(at);
        }

        return way.ToImmutableArray();
    }

    private static ControlFlowGraph? GraphOf(ControlFlowGraph graph, IMethodSymbol function)
    {
        for (ControlFlowGraph? at = graph; at is not null; at = at.Parent)
        {
            if (at.LocalFunctions.Contains(function, Same))
            {
                return at.GetLocalFunctionControlFlowGraph(function);
            }
        }

        return null;
    }
}
