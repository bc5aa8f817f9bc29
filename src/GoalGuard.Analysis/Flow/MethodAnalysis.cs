using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Flow.Rounds;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The analysis of one member: walks its graph, and the lambdas and local functions in it where they run, and keeps what callers
/// (summary) and rules (findings) need. Asks for other members only through <paramref name="lookup"/>; what is known of them so far,
/// it is told by <paramref name="known"/>. What does not change from walk to walk is in <paramref name="shapes"/>.
/// </summary>
internal sealed class MethodAnalysis(
    Engine engine, Question question, Shapes shapes, Func<Question, Summary?> lookup, Func<Question, MethodResult?> known, CancellationToken cancellation)
{
    /// <summary>Block visits of one member, its lambdas and local functions included.</summary>
    public const int MaxVisits = 5_000;

    private readonly Dictionary<object, Identity> _identities = new();
    private readonly Dictionary<CaptureKey, object> _captures = new();
    private readonly HashSet<CapReached> _caps = new();
    private readonly HashSet<Sighting> _sightings = new();
    private int _visits;
    private bool? _asksLeave;

    private readonly record struct CaptureKey(ControlFlowGraph Graph, CaptureId Id);

    private readonly record struct MeetingKey(ControlFlowGraph Graph, int Block, object Slot);

    public Engine Engine => engine;

    public ISymbol Member => question.Symbol;

    /// <summary>True if the member's parameters count, not only what it says by itself.</summary>
    public bool IsOpen => question.IsOpen;

    public CancellationToken Cancellation => cancellation;

    /// <summary>True if, by names, this member asks somebody for leave.</summary>
    public bool AsksLeave => _asksLeave ??= engine.Members.AsksLeave(Member);

    public Recorder Recorder { get; } = new();

    public DelegateRuns Delegates { get; } = new();

    public ModelUses Models { get; } = new();

    public Decisions Decisions { get; } = new(shapes);

    private bool? _mayPick;

    /// <summary>True if something may be taken here, or for somebody, that a model picked.</summary>
    public bool MayPick => _mayPick ??= engine.Members.MayPick(Member, cancellation);

    /// <summary>True once something was found by what a model, or a caller, says.</summary>
    public bool HasPicked { get; set; }

    /// <summary>Types and members that were found by a name.</summary>
    public NamedMembers Named { get; } = new(engine, question.Symbol, cancellation);

    /// <summary>What the captures of this member stand for, and the receivers of these.</summary>
    public Dictionary<object, IOperation> CapturedTargets { get; } = new();

    public Dictionary<IOperation, Value> CapturedReceivers { get; } = new();

    /// <summary>Argument lists and pipes of processes met so far.</summary>
    public Dictionary<Identity, Programs.Owner> ActCollections { get; } = new();

    /// <summary>Lists of tools that belong to a model's options.</summary>
    public Dictionary<Identity, (RoleEntry Entry, ISymbol Property)> GrantLists { get; } = new();

    /// <summary>The calls in tools of this member, and how they happen there.</summary>
    public ToolSites Sites { get; } = new();

    /// <summary>The reads of files of which a model sees what is in them, or that leave the machine.</summary>
    public HashSet<SourceSpan> Shown { get; } = new();

    /// <summary>The programs that processes are started with, as far as this member names them.</summary>
    public Dictionary<Identity, Value> ProgramNames { get; } = new();

    /// <summary>What reached argument lists, until their programs are known.</summary>
    public Dictionary<(SourceSpan At, Act Act), Programs.Waiting> Waiting { get; } = new();

    /// <summary>The fields and properties that were read and not assigned, by what they hold.</summary>
    public Dictionary<Identity, (Identity Owner, string Name, Value Value)> ReadState { get; } = new();

    /// <summary>The objects that values are parts of.</summary>
    public Dictionary<Identity, (Identity Owner, string Name, Value Value)> Parts { get; } = new();

    /// <summary>Of which object a value is a part, if nobody assigned it here.</summary>
    public (Identity Owner, string Name)? PlaceOf(Identity id) =>
        ReadState.TryGetValue(id, out var state) ? (state.Owner, state.Name)
        : Parts.TryGetValue(id, out var part) ? (part.Owner, part.Name)
        : null;

    /// <summary>The symbols of the fields and properties that were read, by what they hold.</summary>
    public Dictionary<Identity, ISymbol> StateOf { get; } = new();

    /// <summary>What was put into fields, properties and events, and whether into those of another object.</summary>
    public Dictionary<(ISymbol State, Identity Of), (Value Value, bool IsForeign)> Kept { get; } = new();

    /// <summary>Objects that write through into another one: the writer of a channel, of a stream, an element that was read out of a collection.</summary>
    public Dictionary<Identity, Identity> Views { get; } = new();

    /// <summary>The parameters of the member.</summary>
    public ImmutableArray<Identity> Parameters { get; private set; } = ImmutableArray<Identity>.Empty;

    /// <summary>The receivers of the method groups that delegates were made of.</summary>
    public Dictionary<Identity, IOperation> GroupReceivers { get; } = new();

    /// <summary>The receiver of the member.</summary>
    public Identity This { get; } = new("this");

    public MethodResult Run()
    {
        if (shapes.Graph(Member) is not { } graph)
        {
            return MethodResult.Nothing;
        }

        if (engine.Declared.MayBeCarriedOutBy(Member))
        {
            Sites.Begin();
        }

        var entry = new FlowState();
        Parameters = EntryValues.Bind(this, entry);
        var exit = GraphWalker.Run(this, graph, entry, null);
        var end = new Frame(this, graph, exit.State ?? entry, exit, null);
        Invocations.Settle(end);
        SharedObjects.Settle(end);
        HandedOuts.Settle(end, exit.Value);
        exit.Became(end.State);
        Delegates.RunRest(this, end.State);
        Programs.Finish(end);
        if (Member is IMethodSymbol method && engine.Tools.IsTool(method, cancellation, out _))
        {
            ReadFiles.Show(end, end.Deep(exit.Value));
        }

        var summary = SummaryBuilder.Build(this, exit, Parameters);
        var loops = LoopFacts.Of(this);
        var met = Recorder.Findings().ToLookup(finding => Winners.Is(finding.Act));
        return new MethodResult(summary, met[false].ToImmutableArray(), loops, Sites.All(), Sorted(_sightings), _caps.OrderBy(cap => cap.Site.Start).ToImmutableArray())
        {
            Picks = met[true].ToImmutableArray(),
            Shown = Shown.ToImmutableHashSet(),
            Asking = Models.Calls.Select(call => call.Target).Distinct(SymbolEqualityComparer.Default).OfType<IMethodSymbol>().ToImmutableArray(),
        };
    }

    private static ImmutableArray<Sighting> Sorted(IEnumerable<Sighting> sightings) =>
        sightings.OrderBy(sighting => sighting.Site.Start).ThenBy(sighting => sighting.Kind, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>All static fields are members of one object.</summary>
    public Identity Static { get; } = new("static");

    /// <summary>The summary of another member; null where there is no body in sight.</summary>
    public Summary? Lookup(Question other) => lookup(other);

    /// <summary>The members below a member that ask a model, as far as they were walked.</summary>
    public IEnumerable<IMethodSymbol> Asking(IMethodSymbol member) =>
        new[] { true, false }.Select(isOpen => known(new Question(member, isOpen))).OfType<MethodResult>().SelectMany(result => result.Asking);

    /// <summary>One identity per key, so that walking a block again meets the same ones.</summary>
    public Identity Intern(object key, string name)
    {
        if (!_identities.TryGetValue(key, out var identity))
        {
            _identities[key] = identity = new Identity(name + "#" + _identities.Count);
        }

        return identity;
    }

    private readonly Dictionary<(IOperation Operation, string? Part), Identity> _made = new();
    private readonly Stack<Dictionary<IOperation, Value>> _valuePool = new();

    /// <summary>The identity of what an operation, or a part of its work, makes.</summary>
    public Identity IdentityOf(IOperation operation, string? part)
    {
        if (!_made.TryGetValue((operation, part), out var identity))
        {
            _made[(operation, part)] = identity = new Identity(operation.Kind + (part is null ? "" : "." + part) + "#" + _made.Count);
        }

        return identity;
    }

    /// <summary>Tables of values are used for one block and then again.</summary>
    public Dictionary<IOperation, Value> RentValues() => _valuePool.Count > 0 ? _valuePool.Pop() : new();

    public void ReturnValues(Dictionary<IOperation, Value> values)
    {
        values.Clear();
        _valuePool.Push(values);
    }

    /// <summary>The identity of what is in a slot where paths meet.</summary>
    public Identity Meeting(ControlFlowGraph graph, int block, object slot) => Intern(new MeetingKey(graph, block, slot), "meeting");

    /// <summary>The variable that stands for a flow capture.</summary>
    public object Capture(ControlFlowGraph graph, CaptureId id)
    {
        var key = new CaptureKey(graph, id);
        if (!_captures.TryGetValue(key, out var slot))
        {
            _captures[key] = slot = key;
        }

        return slot;
    }

    /// <summary>The order in which the operations below this one are evaluated.</summary>
    public ImmutableArray<IOperation> Order(IOperation root) => shapes.Order(root);

    /// <summary>True once the member has had its share of visits: what is left of it is answered by the default.</summary>
    public bool IsSpent => _visits > MaxVisits;

    /// <summary>Counts one block visit; false when the member has had its share.</summary>
    public bool Spend(BasicBlock block) => ++_visits <= MaxVisits || block.Kind == BasicBlockKind.Exit;

    public void Cap(string name, SyntaxNode site) => _caps.Add(new CapReached(name, SourceSpan.Of(site)));

    public void See(string kind, ISymbol symbol, SyntaxNode site) =>
        _sightings.Add(new Sighting(kind, Types.Display(symbol), symbol.ContainingAssembly?.Name ?? "", SourceSpan.Of(site)));
}
