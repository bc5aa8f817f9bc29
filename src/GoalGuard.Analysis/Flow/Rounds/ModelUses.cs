using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>Collects the model calls of a member while it is walked, with the blocks that they run in.</summary>
internal sealed class ModelUses
{
    /// <summary>More model calls of one member are not told.</summary>
    public const int Max = 32;

    private readonly Dictionary<(Origin Output, SourceSpan Site), ModelUse> _uses = new();
    private readonly Dictionary<(ControlFlowGraph Graph, int Block), HashSet<(Origin Output, SourceSpan Site)>> _places = new();

    private readonly List<AskingCall> _calls = new();
    private readonly Dictionary<SourceSpan, FactSet> _given = new();

    public bool IsEmpty => _uses.Count == 0;

    /// <summary>A model call, in this block and in those that run the delegates around it.</summary>
    public void Add(Frame frame, ModelUse use)
    {
        Behaviour.ReadFiles.Show(frame, use.Asked);
        var key = (use.Output, use.Site);
        if (_uses.TryGetValue(key, out var known))
        {
            _uses[key] = known with { Asked = known.Asked.Join(use.Asked) };
        }
        else if (_uses.Count < Max)
        {
            _uses[key] = use;
        }
        else
        {
            return;
        }

        foreach (var at in frame.AndAround().Where(at => at.Block is not null))
        {
            var place = (at.Graph, at.Block!.Ordinal);
            if (!_places.TryGetValue(place, out var here))
            {
                _places[place] = here = new HashSet<(Origin, SourceSpan)>();
            }

            here.Add(key);
        }
    }

    /// <summary>A call that is given something of what a model answered before; what was made sure of it counts.</summary>
    public void Give(Frame frame, Call call)
    {
        if (IsEmpty)
        {
            return;
        }

        var facts = call.Arguments.Aggregate(FactSet.Empty, (all, argument) => all.Join(frame.Deep(frame[argument]))).Where(fact => fact.Origin.Kind == FactKind.ModelOutput);
        if (!facts.IsEmpty)
        {
            var site = SourceSpan.Of(call.Operation.Syntax);
            facts = facts.With(frame.State.GuardsOf(null));
            _given[site] = _given.TryGetValue(site, out var known) ? known.Join(facts) : facts;
        }
    }

    /// <summary>The calls that are given what one of these answered.</summary>
    public ImmutableArray<GivenCall> Given(ImmutableArray<ModelUse> models)
    {
        var outputs = models.Select(use => use.Output).ToImmutableHashSet();
        return _given.Select(pair => new GivenCall(pair.Key, pair.Value.Where(fact => outputs.Contains(fact.Origin)))).Where(given => !given.Facts.IsEmpty)
            .OrderBy(given => given.Site.Path, StringComparer.Ordinal).ThenBy(given => given.Site.Start).ThenBy(given => given.Site.Length).ToImmutableArray();
    }

    /// <summary>A call of a member that asks a model, itself or through others.</summary>
    public void Called(Frame frame, IOperation call, IMethodSymbol target)
    {
        if (_calls.Count < Max && !_calls.Any(known => known.Call == call && SymbolEqualityComparer.Default.Equals(known.Target, target)))
        {
            _calls.Add(new AskingCall(call, target, frame.AndAround().Select(at => at.Graph).ToImmutableArray()));
        }
    }

    /// <summary>In the order in which they were met.</summary>
    public IReadOnlyList<AskingCall> Calls => _calls;

    public ImmutableArray<ModelUse> All() => Sorted(_uses.Values);

    /// <summary>The graphs in which, directly or in a delegate that runs there, a model is asked.</summary>
    public IEnumerable<ControlFlowGraph> Graphs => _places.Keys.Select(place => place.Graph).Distinct();

    /// <summary>The model calls in these blocks of a graph.</summary>
    public ImmutableArray<ModelUse> In(ControlFlowGraph graph, Func<BasicBlock, bool> isInside) => Sorted(_places
        .Where(place => place.Key.Graph == graph && isInside(graph.Blocks[place.Key.Block]))
        .SelectMany(place => place.Value).Distinct().Select(key => _uses[key]));

    private static ImmutableArray<ModelUse> Sorted(IEnumerable<ModelUse> uses) => uses
        .OrderBy(use => use.Site.Path, StringComparer.Ordinal).ThenBy(use => use.Site.Start)
        .ThenBy(use => use.Output.Site.Path, StringComparer.Ordinal).ThenBy(use => use.Output.Site.Start).ToImmutableArray();
}
