using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// Lambdas and local functions run in the walk of the member that owns them: where they are invoked or handed to something known, with
/// what they are given there; those that nobody in sight invokes, once at the end, with nothing known of their parameters.
/// </summary>
internal sealed class DelegateRuns
{
    /// <summary>How deep delegates may run inside each other.</summary>
    public const int MaxDepth = 8;

    private readonly Dictionary<IMethodSymbol, (DelegateTarget Target, Frame Frame, FlowState State)> _waiting = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _ran = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _running = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, Done> _done = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IParameterSymbol, FactSet> _handedBack = new(SymbolEqualityComparer.Default);
    private int _recursions;
    private readonly Dictionary<IMethodSymbol, ControlFlowGraph> _graphs = new(SymbolEqualityComparer.Default);

    /// <summary>The last run of a delegate, so deep inside others, with what it began with and what came of it.</summary>
    private sealed record Done(int Depth, FlowState Entry, GraphExit Exit);

    /// <summary>True once any delegate was made, or handed out by a callee.</summary>
    public bool HasMade { get; set; }

    /// <summary>A delegate was made here and may run later.</summary>
    public void Made(Frame frame, DelegateTarget target)
    {
        if (_waiting.TryGetValue(target.Method, out var known))
        {
            known.State.JoinWith(frame.State, slot => frame.Method.Meeting(frame.Graph, -2, slot));
        }
        else
        {
            _waiting[target.Method] = (target, frame, frame.State.Copy());
        }
    }

    /// <summary>Runs a lambda or local function with these arguments; what it changes may have happened afterwards.</summary>
    public Value Run(Frame frame, DelegateTarget target, Func<IParameterSymbol, Value> argument)
    {
        if (frame.Depth > MaxDepth || frame.Method.IsSpent || !_running.Add(target.Method))
        {
            if (frame.Depth > MaxDepth)
            {
                frame.Method.Cap("nesting of delegates", frame.Graph.OriginalOperation.Syntax);
            }
            else
            {
                _recursions++;
                HandBack(frame, target, argument);
            }

            return Value.Empty;
        }

        try
        {
            if (Graph(frame, target) is not { } graph)
            {
                return Value.Empty;
            }

            _ran.Add(target.Method);
            // What it is given may have members, which are then part of the state.
            var given = target.Method.Parameters.Select(parameter => (parameter, Value: argument(parameter))).ToList();
            var entry = frame.State.Copy();
            foreach (var (parameter, value) in given)
            {
                entry.SetVariable(parameter, value);
            }

            var exit = Walk(frame, target, graph, entry);
            for (var round = 0; round < MaxDepth && !frame.Method.IsSpent && Again(target, entry) is { } next; round++)
            {
                exit = Walk(frame, target, graph, entry = next);
            }

            Exceptions.MayThrow(frame, graph.OriginalOperation, exit.Thrown);
            if (exit.State is { } state)
            {
                // The caller's checks stand, whatever the delegate checked for itself.
                var assured = frame.State.Assured;
                var after = frame.State.Copy();
                after.JoinWith(state, slot => frame.Method.Meeting(graph, -3, slot));
                after.Assure(assured);
                KeepMade(frame.State, state, after, exit.Value);
                frame.State = after;
            }

            return exit.Value;
        }
        finally
        {
            _running.Remove(target.Method);
        }
    }

    /// <summary>What a local function hands to itself is what it may begin with.</summary>
    private void HandBack(Frame frame, DelegateTarget target, Func<IParameterSymbol, Value> argument)
    {
        foreach (var parameter in target.Method.Parameters)
        {
            var facts = frame.Deep(argument(parameter));
            _handedBack[parameter] = _handedBack.TryGetValue(parameter, out var known) ? known.Join(facts) : facts;
        }
    }

    /// <summary>The beginning of another walk, if what it handed to itself says more than what it began with.</summary>
    private FlowState? Again(DelegateTarget target, FlowState entry)
    {
        FlowState? next = null;
        foreach (var parameter in target.Method.Parameters)
        {
            var value = entry.Variable(parameter) ?? Value.Empty;
            if (_handedBack.TryGetValue(parameter, out var handed) && value.Facts.Join(handed) is var joined && !joined.SameAs(value.Facts))
            {
                next ??= entry.Copy();
                next.SetVariable(parameter, value with { Facts = joined, Texts = Texts.Unknown });
            }
        }

        return next;
    }

    /// <summary>What the delegate made and returns is there if it ran at all: its members are what it put there.</summary>
    private static void KeepMade(FlowState before, FlowState made, FlowState after, Value returned)
    {
        var open = new Queue<(Identity? Id, int Depth)>();
        open.Enqueue((returned.Id, 0));
        while (open.Count > 0)
        {
            var (id, depth) = open.Dequeue();
            if (id is null || depth >= Origin.MaxDepth || !before.Members(id).IsEmpty)
            {
                continue;
            }

            foreach (var member in made.Members(id))
            {
                after.SetMember(id, member.Key, member.Value);
                open.Enqueue((member.Value.Id, depth + 1));
            }
        }
    }

    /// <summary>
    /// Delegates in delegates would be walked as often as all around them together; what begins alike ends alike. A walk that met itself
    /// is no answer for others.
    /// </summary>
    private GraphExit Walk(Frame frame, DelegateTarget target, ControlFlowGraph graph, FlowState entry)
    {
        if (_done.TryGetValue(target.Method, out var done) && done.Depth == frame.Depth && done.Entry.SameAs(entry))
        {
            return done.Exit;
        }

        var before = _recursions;
        var exit = GraphWalker.Run(frame.Method, graph, entry, frame);
        if (before == _recursions)
        {
            _done[target.Method] = new Done(frame.Depth, entry, exit);
        }

        return exit;
    }

    /// <summary>Runs what was made and never ran, and local functions that nobody called.</summary>
    public void RunRest(MethodAnalysis method, FlowState end)
    {
        for (var round = 0; round < MaxDepth && !method.IsSpent && _waiting.Keys.Any(symbol => !_ran.Contains(symbol)); round++)
        {
            foreach (var (target, frame, state) in _waiting.Values.Where(waiting => !_ran.Contains(waiting.Target.Method)).ToList())
            {
                _ran.Add(target.Method);
                state.JoinWith(end, slot => method.Meeting(frame.Graph, -4, slot));
                var late = new Frame(method, frame.Graph, state, frame.Exit, frame.Outer);
                Run(late, target, parameter => Unknown(method, parameter));
            }
        }
    }

    /// <summary>A parameter of which nothing is known.</summary>
    public static Value Unknown(MethodAnalysis method, IParameterSymbol parameter) =>
        new() { Id = method.Intern(parameter, "parameter " + parameter.Name) };

    private ControlFlowGraph? Graph(Frame frame, DelegateTarget target)
    {
        if (_graphs.TryGetValue(target.Method, out var graph))
        {
            return graph;
        }

        graph = target.Lambda is not null && target.Graph is not null
            ? target.Graph.GetAnonymousFunctionControlFlowGraph(target.Lambda, frame.Method.Cancellation)
            : LocalFunction(frame, target.Method);
        if (graph is not null)
        {
            _graphs[target.Method] = graph;
        }

        return graph;
    }

    private static ControlFlowGraph? LocalFunction(Frame frame, IMethodSymbol method)
    {
        for (Frame? at = frame; at is not null; at = at.Outer)
        {
            if (at.Graph.LocalFunctions.Contains(method, SymbolEqualityComparer.Default))
            {
                return at.Graph.GetLocalFunctionControlFlowGraph(method, at.Method.Cancellation);
            }
        }

        return null;
    }
}
