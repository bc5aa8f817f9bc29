using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis;

/// <summary>Everything the analysis of one compilation shares. Made at compilation start, where it costs nothing.</summary>
internal sealed class Engine
{
    private readonly SummarySolver _solver;

    /// <param name="compilation">The program.</param>
    /// <param name="knowledge">What its libraries mean.</param>
    /// <param name="index">What its trees mention.</param>
    /// <param name="walksAll">Walk members without a source too, for the inventory of a scan.</param>
    public Engine(Compilation compilation, KnowledgeBase knowledge, ProgramIndex index, bool walksAll = false)
    {
        WalksAll = walksAll;
        Compilation = compilation;
        Knowledge = knowledge;
        Index = index;
        Bodies = new Bodies(compilation);
        Members = new MemberFinder(this);
        Tools = new Tools(this);
        Models = new ModelCalls(this);
        Sources = new SourceScan(this);
        Clients = new HttpClients(this);
        Unfilled = new UnfilledDelegates(this);
        _solver = new SummarySolver(this);
    }

    public Compilation Compilation { get; }

    public KnowledgeBase Knowledge { get; }

    public ProgramIndex Index { get; }

    public Bodies Bodies { get; }

    public MemberFinder Members { get; }

    public Tools Tools { get; }

    public ModelCalls Models { get; }

    public SourceScan Sources { get; }

    public HttpClients Clients { get; }

    public UnfilledDelegates Unfilled { get; }

    public bool WalksAll { get; }

    public MethodResult Analyse(ISymbol member, CancellationToken cancellation) => _solver.Solve(member, cancellation);
}
