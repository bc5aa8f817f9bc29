using System.Collections.Concurrent;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Picks;

/// <summary>
/// Was a model shown the collection that something was picked out of? Looks backwards from what it was asked, through variables, what was added to them, helpers and
/// callers, for the variable or member that holds the collection. It is asked only where a pick is acted on.
/// </summary>
internal sealed class Listing(Engine engine)
{
    private readonly ConcurrentDictionary<(SourceSpan Asked, SourceSpan Picked), bool> _known = new();

    /// <param name="asked">The call that asks the model.</param>
    /// <param name="picked">The element that is read, the call that finds it, or the collection that a loop goes through.</param>
    /// <param name="cancellation">Ends the search.</param>
    public bool Shows(SourceSpan asked, SourceSpan picked, CancellationToken cancellation)
    {
        if (!_known.TryGetValue((asked, picked), out var known))
        {
            known = Sites.Operation(engine, picked, cancellation) is { } pick && Call(asked, cancellation) is { } call
                && Shows(call, Picked.Collection(pick), cancellation);
            _known[(asked, picked)] = known;
        }

        return known;
    }

    private bool Shows(IInvocationOperation call, IOperation collection, CancellationToken cancellation)
    {
        var holders = new Mentions(engine, cancellation).Names(collection);
        return holders.Count > 0 && new Mentions(engine, cancellation).Reach(call, holders);
    }

    private IInvocationOperation? Call(SourceSpan asked, CancellationToken cancellation)
    {
        var at = Sites.Operation(engine, asked, cancellation);
        while (at is IAwaitOperation or IConversionOperation or IParenthesizedOperation)
        {
            at = at.ChildOperations.FirstOrDefault();
        }

        return at as IInvocationOperation;
    }
}
