using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Flow.Rounds;

namespace GoalGuard.Analysis.Flow;

/// <summary>A concrete fact meets an act, directly or through callees, in the analysed member. Rules turn findings into diagnostics.</summary>
/// <param name="At">The argument or assigned value that carries the fact into the act or into the helper that acts.</param>
/// <param name="Expression">The call or assignment that <paramref name="At"/> belongs to: one report per rule and expression.</param>
/// <param name="Act">The act at the end of the flow.</param>
/// <param name="Facts">What met it, each with its guards and its way to <paramref name="At"/>.</param>
/// <param name="Below">The steps below <paramref name="At"/>, in callees; null if the act is here.</param>
public sealed record Finding(SourceSpan At, SourceSpan Expression, Act Act, FactSet Facts, Trace? Below);

/// <summary>Something the analysis recognised, for the inventory.</summary>
/// <param name="Kind">model-call, tool, grant, effect or unmodelled.</param>
/// <param name="Symbol">The member, as a person writes it.</param>
/// <param name="Library">The assembly that declares it.</param>
/// <param name="Site">Where.</param>
public readonly record struct Sighting(string Kind, string Symbol, string Library, SourceSpan Site);

/// <summary>A documented cap was reached at this expression: what follows it is answered by the default.</summary>
public readonly record struct CapReached(string Cap, SourceSpan Site);

/// <summary>Everything the analysis of one member yields.</summary>
internal sealed record MethodResult(
    Summary Summary, ImmutableArray<Finding> Findings, ImmutableArray<LoopFact> Loops, ImmutableArray<ToolSite> ToolSites, ImmutableArray<Sighting> Sightings, ImmutableArray<CapReached> Caps)
{
    public static readonly MethodResult Nothing = new(
        Summary.Unknown, ImmutableArray<Finding>.Empty, ImmutableArray<LoopFact>.Empty, ImmutableArray<ToolSite>.Empty, ImmutableArray<Sighting>.Empty, ImmutableArray<CapReached>.Empty);

    /// <summary>Where one of several candidates is taken by a score: the scores, and the candidates as far as they are words.</summary>
    public ImmutableArray<Finding> Picks { get; init; } = ImmutableArray<Finding>.Empty;

    /// <summary>The reads of files of which a model sees what is in them, or that leave the machine.</summary>
    public ImmutableHashSet<SourceSpan> Shown { get; init; } = ImmutableHashSet<SourceSpan>.Empty;

    /// <summary>The members that it calls and that ask a model, themselves or through others.</summary>
    public ImmutableArray<IMethodSymbol> Asking { get; init; } = ImmutableArray<IMethodSymbol>.Empty;

    /// <summary>True if those that call the member learn the same from both.</summary>
    public bool SaysLike(MethodResult other) => Summary.SameAs(other.Summary) && Asking.AsEnumerable().SequenceEqual(other.Asking, SymbolEqualityComparer.Default);
}
