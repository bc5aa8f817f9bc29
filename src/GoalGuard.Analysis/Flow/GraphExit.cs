namespace GoalGuard.Analysis.Flow;

/// <summary>What holds where a graph returns: the state and the returned value, joined over all returns.</summary>
internal sealed class GraphExit(MethodAnalysis method)
{
    /// <summary>The variable that holds the returned value while states are joined.</summary>
    private static readonly object Returned = new();

    /// <summary>Null if no path returns.</summary>
    public FlowState? State { get; private set; }

    public Value Value => State?.Variable(Returned) is { } value ? value with { Facts = value.Facts.Join(_yielded) } : Value.Empty;

    /// <summary>Something happens after the last statement: delegates that the member left somewhere run. What was returned stays what it is.</summary>
    public void Became(FlowState state)
    {
        if (State?.Variable(Returned) is { } returned)
        {
            State = state;
            State.SetVariable(Returned, returned);
        }
    }

    /// <summary>What leaves the graph as an exception.</summary>
    public FactSet Thrown { get; private set; } = FactSet.Empty;

    public void Throw(FactSet facts) => Thrown = Thrown.Join(facts);

    private FactSet _yielded = FactSet.Empty;

    /// <summary>An iterator hands out an element.</summary>
    public void Yield(FactSet facts) => _yielded = _yielded.Join(facts);

    public void Add(Frame frame, FlowState state, IOperation? returned)
    {
        // What was made sure of a returned value holds for its callers, who do not see the checks.
        var mine = state.Copy();
        mine.SetVariable(Returned, frame.Bake(returned is null ? Value.Empty : Transfers.Choices.Assigned(frame, frame[returned], returned)));
        if (State is null)
        {
            State = mine;
        }
        else
        {
            State.JoinWith(mine, slot => method.Meeting(frame.Graph, -1, slot));
        }
    }
}
