using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>Stands for the number of elements of a collection, as a variable of its own.</summary>
internal sealed record ElementCount(ISymbol Collection)
{
    public bool Equals(ElementCount? other) => SymbolEqualityComparer.Default.Equals(Collection, other?.Collection);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Collection);
}

/// <summary>Members by which collections, queues and channels grow and shrink, by the names that all of them use.</summary>
internal static class CollectionMembers
{
    private static readonly ImmutableHashSet<string> Growing = ImmutableHashSet.Create(
        "Add", "AddRange", "AddFirst", "AddLast", "Append", "Enqueue", "EnqueueRange", "Insert", "InsertRange", "Push", "PushRange", "TryAdd", "TryWrite", "Write", "WriteAsync");

    private static readonly ImmutableHashSet<string> Shrinking = ImmutableHashSet.Create(
        "Dequeue", "Pop", "RemoveAt", "RemoveFirst", "RemoveLast", "Take", "TryDequeue", "TryPop", "TryTake", "TryRead");

    private static readonly ImmutableHashSet<string> Emptying = ImmutableHashSet.Create(
        "Clear", "Remove", "RemoveAll", "RemoveRange", "RemoveWhere", "ExceptWith", "IntersectWith", "EnqueueDequeue", "DequeueEnqueue");

    /// <summary>How a call changes the number of elements; null if it does not.</summary>
    public static Motion? Effect(IInvocationOperation call) =>
        call.Instance is null ? null
        : Growing.Contains(call.TargetMethod.Name) ? Motion.Up
        : Shrinking.Contains(call.TargetMethod.Name) ? Motion.Down
        : Emptying.Contains(call.TargetMethod.Name) ? Motion.Unknown
        : null;

    /// <summary>True for a call that takes one element and says by its answer whether there was one.</summary>
    public static bool TriesToTake(IInvocationOperation call) => call.TargetMethod.Name is "TryDequeue" or "TryPop" or "TryTake" or "TryRead";

    /// <summary>The variable that holds the collection; reader and writer of a channel are the channel.</summary>
    public static ISymbol? Holder(IOperation? collection)
    {
        while (collection is not null && Symbols.Plain(collection) is IPropertyReferenceOperation { Property.Name: "Reader" or "Writer", Instance: { } channel })
        {
            collection = channel;
        }

        return Symbols.Of(collection);
    }

    /// <summary>The collection whose elements an expression counts; null if it counts none.</summary>
    public static IOperation? Counted(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "LongLength", Instance: { } instance } => instance,
        IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount", IsExtensionMethod: true }, Arguments: { Length: 1 } arguments } => arguments[0].Value,
        _ => null,
    };
}
