using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Agents;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Behaviour.Picks;
using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analysis.Behaviour.Wiring;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Sketches;

namespace GoalGuard.Analysis;

/// <summary>Everything the analysis of one compilation shares. Made at compilation start, where it costs nothing.</summary>
internal sealed class Engine
{
    private readonly SummarySolver _solver;
    private readonly object _gate = new();
    private Reached? _sketch;
    private Reached? _meetings;
    private Askers? _askers;
    private Choosers? _choosers;

    /// <param name="compilation">The program.</param>
    /// <param name="knowledge">What its libraries mean.</param>
    /// <param name="index">What its trees mention.</param>
    /// <param name="walksAll">Walk members without a source too, for the inventory of a scan.</param>
    public Engine(Compilation compilation, KnowledgeBase knowledge, ProgramIndex index, bool walksAll = false)
    {
        WalksAll = walksAll;
        Compilation = compilation;
        IsModelled = KnowledgeBase.IsModelled(compilation.AssemblyName ?? "");
        Knowledge = knowledge;
        Index = index;
        Bodies = new Bodies(compilation);
        Members = new MemberFinder(this);
        Tools = new Tools(this);
        Models = new ModelCalls(this);
        Sketches = new SketchBook(this);
        Clients = new HttpClients(this);
        Unfilled = new UnfilledDelegates(this);
        Dispatch = new Dispatch(this);
        Reach = new ReachSolver(this);
        Filters = new RefusingFilters(this);
        Switches = new Switchboard(this);
        Listing = new Listing(this);
        Agents = new AgentMaking(this);
        Flags = new OwnFlags(this);
        Declared = new DeclaredTools(this);
        HandDispatch = new HandDispatch(this);
        _solver = new SummarySolver(this);
    }

    public Compilation Compilation { get; }

    /// <summary>True for a library that knowledge describes itself: what it offers to models and programs is for those to use.</summary>
    public bool IsModelled { get; }

    public KnowledgeBase Knowledge { get; }

    public ProgramIndex Index { get; }

    public Bodies Bodies { get; }

    public MemberFinder Members { get; }

    public Tools Tools { get; }

    public ModelCalls Models { get; }

    public SketchBook Sketches { get; }

    public HttpClients Clients { get; }

    public UnfilledDelegates Unfilled { get; }

    public Dispatch Dispatch { get; }

    /// <summary>What members may bring about; costs nothing until it is asked.</summary>
    public ReachSolver Reach { get; }

    public RefusingFilters Filters { get; }

    /// <summary>Where precautions are switched off; costs nothing until it is asked.</summary>
    public Switchboard Switches { get; }

    /// <summary>What models are shown to choose from; costs nothing until it is asked.</summary>
    public Listing Listing { get; }

    /// <summary>What makes agents.</summary>
    public AgentMaking Agents { get; }

    /// <summary>Truths that the program keeps, by which it may leave out that somebody is asked.</summary>
    public OwnFlags Flags { get; }

    /// <summary>Tools that the program declares and carries out itself.</summary>
    public DeclaredTools Declared { get; }

    /// <summary>Whether the program asks before it carries out tool calls itself.</summary>
    public HandDispatch HandDispatch { get; }

    public bool WalksAll { get; }

    /// <summary>Who looks on; nobody in a compiler.</summary>
    public IFlowObserver? Observer { get; init; }

    /// <summary>Where a model's words may meet an act, by sketches of the members alone; found when first asked for.</summary>
    public Reached Meetings(CancellationToken cancellation) => Once(ref _meetings, Index.Gates.Meetings, ProgramSketch.OfMeetings, cancellation);

    /// <summary>Everything that a model's words may reach; found when first asked for.</summary>
    public Reached Sketch(CancellationToken cancellation) => Once(ref _sketch, Index.Gates.Reach, ProgramSketch.Of, cancellation);

    /// <summary>The members that ask a model, themselves or through others; found when first asked for.</summary>
    public Askers Askers(CancellationToken cancellation) => Once(ref _askers, Index.Gates.Askers, GoalGuard.Analysis.Sketches.Askers.Of, cancellation);

    /// <summary>The members in which a model's scores may choose; found when first asked for.</summary>
    public Choosers Choosers(CancellationToken cancellation) =>
        Volatile.Read(ref _choosers) ?? Interlocked.CompareExchange(ref _choosers, GoalGuard.Analysis.Sketches.Choosers.Of(this, cancellation), null) ?? _choosers!;

    /// <summary>One thread makes it, the others wait; nothing is kept of a run that was cancelled.</summary>
    private T Once<T>(ref T? kept, DrawnCache<T> cache, Func<Engine, CancellationToken, T> make, CancellationToken cancellation)
        where T : class, IDrawn
    {
        if (Volatile.Read(ref kept) is { } known)
        {
            return known;
        }

        lock (_gate)
        {
            if (kept is null)
            {
                Volatile.Write(ref kept, cache.Of(this, make, cancellation));
            }

            return kept!;
        }
    }

    /// <summary>What a member means to those who use it.</summary>
    public Summary Summarise(ISymbol member, CancellationToken cancellation) => _solver.Summarise(member, cancellation);

    public MethodResult Analyse(ISymbol member, CancellationToken cancellation) => _solver.Solve(member, cancellation);
}
