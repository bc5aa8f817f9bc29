using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary><c>foreach</c> and <c>await foreach</c>: over what is there, or over what comes.</summary>
internal static class Enumerations
{
    public static IEnumerable<Candidate> Of(LoopContext context)
    {
        // How many elements one round of a recursion looks at says nothing about the number of rounds.
        foreach (var exit in context.Loop.IsRecursion ? ImmutableArray<LoopExit>.Empty : context.Loop.Exits)
        {
            if (exit is { Condition: { } condition, Edge.Outcome: false } && Symbols.Plain(condition) is IInvocationOperation { TargetMethod.Name: "MoveNext" or "MoveNextAsync" } next
                && Collection(context, next) is { } collection)
            {
                var holder = CollectionMembers.Holder(Source(collection));
                var kind = IsAnswer(context, collection) ? BoundKind.Framework : Comes(next, collection) ? BoundKind.OutsideItems : BoundKind.Collection;
                var reason = context.Fills(holder) ? NearMissReason.CollectionExtended : IsEndless(collection) ? NearMissReason.LimitIsInfinite : (NearMissReason?)null;
                yield return new Candidate(context.Loop.Graph.Nodes[exit.Edge.From], new Bound(kind, collection, holder), reason);
            }
        }
    }

    /// <summary>What is enumerated: the object whose enumerator was kept before the loop.</summary>
    private static IOperation? Collection(LoopContext context, IInvocationOperation next)
    {
        var made = next.Instance is { } enumerator ? Value(context, enumerator) : null;
        return made is IInvocationOperation { TargetMethod.Name: "GetEnumerator" or "GetAsyncEnumerator" } call
            ? Symbols.Plain(call.Instance ?? call.Arguments.FirstOrDefault()?.Value ?? call)
            : null;
    }

    private static IOperation? Value(LoopContext context, IOperation enumerator) => Symbols.Plain(enumerator) switch
    {
        IFlowCaptureReferenceOperation capture when context.OnlyValue(capture.Id) is { } value => Symbols.Plain(value),
        ILocalReferenceOperation local when context.OnlyValue(local.Local) is { } value => Symbols.Plain(value),
        var other => other,
    };

    /// <summary>The object that hands the elements out: <c>channel</c> of <c>channel.Reader.ReadAllAsync()</c>; copies are objects of their own.</summary>
    private static IOperation Source(IOperation collection)
    {
        while (collection is IInvocationOperation { TargetMethod.Name: "ReadAllAsync" or "GetConsumingEnumerable" or "WithCancellation" or "ConfigureAwait" } call
            && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } inner)
        {
            collection = Symbols.Plain(inner);
        }

        return collection;
    }

    /// <summary>The stream of one answer, or of one run of a framework's own loop.</summary>
    private static bool IsAnswer(LoopContext context, IOperation collection) =>
        Source(collection) is IInvocationOperation call && context.Knowledge.RolesOf(call.TargetMethod).Any(entry => entry.Role == Role.ModelCall);

    private static bool Comes(IInvocationOperation next, IOperation collection) =>
        next.TargetMethod.Name == "MoveNextAsync" || collection is IInvocationOperation { TargetMethod.Name: "GetConsumingEnumerable" };

    private static bool IsEndless(IOperation collection) =>
        collection is IInvocationOperation { TargetMethod: { Name: "Range" or "Repeat", ContainingType.Name: "Enumerable" } } call
        && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: int.MaxValue });
}
