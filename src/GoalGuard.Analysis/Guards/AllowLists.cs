using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>Membership in a collection that no model fills. A text's own <c>Contains</c> is no allow-list, nor is a list that a model extends.</summary>
internal static class AllowLists
{
    private static readonly ImmutableHashSet<string> Tests =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Contains", "ContainsKey", "TryGetValue", "ContainsValue");

    private static readonly ImmutableHashSet<string> Filters = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Where", "TakeWhile", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Find", "FindAll", "FindLast");

    public static Value? Apply(Frame frame, Call call)
    {
        if (!Tests.Contains(call.Method.Name) || !Types.IsBoolean(call.Method.ReturnType) || call.Receiver is not { } receiver || !IsCollection(receiver))
        {
            return null;
        }

        var tested = call.Arguments.Select(argument => argument.Value).FirstOrDefault(argument => argument != receiver);
        if (tested is null || frame.Deep(frame[receiver]).HasConcrete)
        {
            return null;
        }

        var result = call.Method.Name == "TryGetValue"
            ? KnownFlows.Apply(frame, call, frame.Engine.Knowledge.FlowsOf(call.Method)) ?? Value.Empty
            : new Value { Id = frame.Fresh(call.Operation) };
        var value = frame[tested];
        return result with { Id = result.Id ?? frame.Fresh(call.Operation), Outcome = new Outcome(HostChecks.Assured(value, Guard.AllowListed).ToImmutableArray(), ImmutableArray<Assurance>.Empty) };
    }

    /// <summary><c>allowed.Any(a => a == x)</c>: what the predicate makes sure of for some element is sure.</summary>
    public static Outcome? OfPredicate(Call call, Value predicate) =>
        call.Method.Name is "Any" or "Exists" && predicate.Outcome is { } outcome
            ? new Outcome(outcome.WhenTrue, ImmutableArray<Assurance>.Empty)
            : null;

    /// <summary><c>names.Where(a => allowed.Contains(a))</c>: what a filter lets through passed its predicate.</summary>
    public static Guard OfFilter(Call call, Value predicate, ICollection<Identity> elements) =>
        Filters.Contains(call.Method.Name) && predicate.Outcome is { } outcome
            ? outcome.WhenTrue.Where(assurance => assurance.Of is { } of && elements.Contains(of)).Aggregate(Guard.None, (guards, assurance) => guards | assurance.Guard)
            : Guard.None;

    private static bool IsCollection(IOperation receiver)
    {
        var type = receiver is Microsoft.CodeAnalysis.Operations.IConversionOperation conversion ? conversion.Operand.Type ?? receiver.Type : receiver.Type;
        return Types.IsCollection(type) || (type?.Name.Contains("Dictionary") ?? false) || (type?.Name.Contains("Set") ?? false);
    }
}
