using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>A member on a way back to itself, and its calls of the next one.</summary>
/// <param name="Member">The member, which may be a local function.</param>
/// <param name="Graph">Its graph; null where there is none.</param>
/// <param name="Calls">Its calls of the member after it; of the last one, of the first.</param>
internal sealed record CycleStation(IMethodSymbol Member, ControlFlowGraph? Graph, ImmutableArray<IOperation> Calls);

/// <summary>Finds the shortest way from a call back to the member that makes it.</summary>
internal static class CallCycle
{
    /// <summary>Members that are looked at for one way.</summary>
    private const int MaxMembers = 64;

    /// <summary>The member first; empty if the call does not come back.</summary>
    public static ImmutableArray<CycleStation> Of(MethodAnalysis method, IMethodSymbol member, AskingCall call)
    {
        var way = Way(method, call.Target, member);
        return way.IsEmpty ? ImmutableArray<CycleStation>.Empty
            : way.Take(way.Length - 1).Select((at, i) => new CycleStation(at, method.Engine.Bodies.Graph(at, method.Cancellation), Calls(method, at, way[i + 1])))
                .Prepend(new CycleStation(member, call.Graphs[call.Graphs.Length - 1], ImmutableArray.Create(call.Call))).ToImmutableArray();
    }

    /// <summary>From one member to another, both included; empty where none leads there.</summary>
    private static ImmutableArray<IMethodSymbol> Way(MethodAnalysis method, IMethodSymbol from, IMethodSymbol to)
    {
        var before = new Dictionary<IMethodSymbol, IMethodSymbol?>(SymbolEqualityComparer.Default) { [from] = null };
        var open = new Queue<IMethodSymbol>();
        open.Enqueue(from);
        while (open.Count > 0)
        {
            var at = open.Dequeue();
            if (SymbolEqualityComparer.Default.Equals(at, to))
            {
                return Back(before, at);
            }

            foreach (var next in method.Asking(at).Where(next => before.Count < MaxMembers && !before.ContainsKey(next)))
            {
                before[next] = at;
                open.Enqueue(next);
            }
        }

        return ImmutableArray<IMethodSymbol>.Empty;
    }

    private static ImmutableArray<IMethodSymbol> Back(Dictionary<IMethodSymbol, IMethodSymbol?> before, IMethodSymbol end)
    {
        var way = new Stack<IMethodSymbol>();
        for (IMethodSymbol? at = end; at is not null; at = before[at])
        {
            way.Push(at);
        }

        return way.ToImmutableArray();
    }

    private static ImmutableArray<IOperation> Calls(MethodAnalysis method, IMethodSymbol from, IMethodSymbol to) =>
        method.Engine.Bodies.Operations(from, method.Cancellation).SelectMany(body => PostOrder.Of(body)).OfType<IInvocationOperation>()
            .Where(call => method.Engine.Members.Targets(call.TargetMethod, method.Cancellation).Contains(to, SymbolEqualityComparer.Default))
            .ToImmutableArray<IOperation>();
}
