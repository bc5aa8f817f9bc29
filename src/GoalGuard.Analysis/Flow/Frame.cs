using GoalGuard.Analysis.Guards;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The walk of one control flow graph (of a method, or of a lambda or local function inside it): the state at the current point and
/// the values of the operations evaluated so far.
/// </summary>
internal sealed class Frame(MethodAnalysis method, ControlFlowGraph graph, FlowState state, GraphExit exit, Frame? outer)
{
    private readonly Dictionary<IOperation, Value> _values = method.RentValues();

    /// <summary>The walk of this block is over: its values are not asked for again.</summary>
    public void Close() => method.ReturnValues(_values);

    public MethodAnalysis Method => method;

    public Engine Engine => method.Engine;

    public ControlFlowGraph Graph => graph;

    public GraphExit Exit => exit;

    public Frame? Outer => outer;

    /// <summary>This one and those whose delegates run here, from the inside out.</summary>
    public IEnumerable<Frame> AndAround()
    {
        for (Frame? at = this; at is not null; at = at.Outer)
        {
            yield return at;
        }
    }

    /// <summary>The block that is walked; null where something runs late, outside of any.</summary>
    public BasicBlock? Block { get; init; }

    /// <summary>The boolean parameter of the member that decides by itself whether this point is reached; null if none does, or if it was assigned.</summary>
    public ParameterSwitch? Switch()
    {
        if (outer is not null || Block is null || method.Member is not IMethodSymbol { Parameters: var parameters }
            || !parameters.Any(parameter => parameter.Type.SpecialType == SpecialType.System_Boolean))
        {
            return null;
        }

        return method.Decisions.SwitchOf(graph, Block) is { } found && State.Variable(parameters[found.Index])?.Id == method.Parameters[found.Index] ? found : null;
    }

    /// <summary>True if this point is passed again and again: in a loop, or in a delegate that is asked of each element.</summary>
    public bool IsRepeated => RunsForEach || outer?.IsRepeated == true || method.Decisions.IsInLoop(graph, Block);

    /// <summary>True while a library runs delegates for each element of a collection here.</summary>
    public bool RunsForEach { get; set; }

    /// <summary>True in a delegate that is run for each element of a collection.</summary>
    public bool IsGivenElements => outer?.RunsForEach == true || outer?.IsGivenElements == true;

    public int Depth { get; } = (outer?.Depth ?? 0) + 1;

    public FlowState State { get; set; } = state;

    /// <summary>The value of an operation that was evaluated; empty where there is none.</summary>
    public Value this[IOperation? operation]
    {
        get => operation is not null && _values.TryGetValue(operation, out var value) ? value : Value.Empty;
        set => _values[operation!] = value;
    }

    /// <summary>A new value made by this operation: the same identity each time the operation is walked, with nothing made sure of it.</summary>
    public Identity Fresh(IOperation operation, string? part = null)
    {
        var identity = method.IdentityOf(operation, part);
        State.Renew(identity);
        return identity;
    }

    /// <summary>The facts of a value with what was made sure of it up to here.</summary>
    public FactSet FactsOf(Value value)
    {
        if (value.Facts.IsEmpty)
        {
            return value.Facts;
        }

        var guards = State.GuardsOf(value.Id);
        if (value.StandsFor is not null && value.Id != value.StandsFor)
        {
            guards |= State.GuardsOf(value.StandsFor) & HostChecks.Shared;
        }

        var facts = value.Facts.With(guards).Relating(value.Chosen).Relating(State.BypassesOf(value.Id));
        return State.Missed(value.Id) is { } step ? facts.Via(step) : facts;
    }

    /// <summary>
    /// The value with what was made sure of it up to here as part of its facts: where it moves into a place that other paths fill as well,
    /// the place has an identity of its own.
    /// </summary>
    public Value Bake(Value value) => value.Facts.IsEmpty || FactsOf(value) is var facts && facts.SameAs(value.Facts) ? value : value with { Facts = facts };

    /// <summary>How deep a value is looked into: objects in collections in objects.</summary>
    private const int MaxDepth = Origin.MaxDepth + 2;

    /// <summary>The facts of a value and of everything it is known to hold.</summary>
    public FactSet Deep(Value value)
    {
        var facts = FactsOf(value);
        if (State.Members(value.Id).IsEmpty)
        {
            return facts;
        }

        var seen = new HashSet<Identity>();
        var open = new Queue<(Identity? Id, int Depth)>();
        open.Enqueue((value.Id, 0));
        while (open.Count > 0)
        {
            var (id, depth) = open.Dequeue();
            if (id is null || depth >= MaxDepth || !seen.Add(id))
            {
                continue;
            }

            foreach (var member in State.Members(id).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                facts = facts.Join(FactsOf(member.Value).Relating(value.Chosen));
                open.Enqueue((member.Value.Id, depth + 1));
            }
        }

        return facts;
    }

    /// <summary>A value that an operation makes out of others: all their facts, nothing else.</summary>
    public Value Derive(IOperation operation, params Value[] inputs) =>
        new Value { Id = Fresh(operation), Facts = Narrow(Join(inputs), operation.Type) };

    public FactSet Join(params Value[] inputs)
    {
        var facts = FactSet.Empty;
        foreach (var input in inputs)
        {
            facts = facts.Join(Deep(input));
        }

        return facts;
    }

    /// <summary>A value of this type cannot carry text.</summary>
    public static FactSet Narrow(FactSet facts, ITypeSymbol? type) => Types.CarriesNoText(type) ? facts.With(Guard.NotText) : facts;
}
