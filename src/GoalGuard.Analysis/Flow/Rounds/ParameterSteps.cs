using GoalGuard.Analysis.Flow.Control;
using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>What becomes of the parameters of a member between one round of a recursion and the next.</summary>
internal sealed class ParameterSteps
{
    private readonly ImmutableArray<CycleStation> _stations;
    private readonly ImmutableArray<ImmutableArray<Handed>> _handed;

    private ParameterSteps(ImmutableArray<CycleStation> stations, ImmutableArray<ImmutableArray<Handed>> handed)
    {
        _stations = stations;
        _handed = handed;
    }

    public static ParameterSteps Of(MethodAnalysis method, ImmutableArray<CycleStation> stations) => new(
        stations, stations.Select((station, i) => Handed(method, station, stations[(i + 1) % stations.Length].Member)).ToImmutableArray());

    /// <summary>For each parameter of a station, what it is when the cycle comes back to it.</summary>
    public ImmutableArray<Handed> Around(int station)
    {
        var known = _stations[station].Member.Parameters.Select(parameter => new Handed(parameter.Ordinal, Motion.Still, false)).ToImmutableArray();
        for (var i = 0; i < _stations.Length; i++)
        {
            known = _handed[(station + i) % _stations.Length]
                .Select(handed => handed.From is { } from && from < known.Length ? known[from].Then(handed) : Rounds.Handed.Unknown).ToImmutableArray();
        }

        return known;
    }

    /// <summary>What the calls of one member hand over to the next one.</summary>
    private static ImmutableArray<Handed> Handed(MethodAnalysis method, CycleStation station, IMethodSymbol next)
    {
        var definitions = station.Graph is { } graph ? Definitions.Of(FlowGraph.Of(graph, method.Cancellation), method.Cancellation) : null;
        return next.Parameters.Select(parameter => definitions is null || station.Calls.IsEmpty ? Rounds.Handed.Unknown : station.Calls
            .Select(call => Argument(call, parameter.Ordinal) is { } argument ? Rounds.Handed.Of(argument, station.Member, definitions) : Rounds.Handed.Unknown)
            .Aggregate((some, other) => some.Or(other))).ToImmutableArray();
    }

    private static IOperation? Argument(IOperation call, int ordinal) =>
        (call as IInvocationOperation)?.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
}
