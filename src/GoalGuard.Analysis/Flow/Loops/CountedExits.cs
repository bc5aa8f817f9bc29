using GoalGuard.Analysis.Flow.Control;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>Exits where something that moves each round is compared with something that does not: counters, budgets, clocks, numbers of elements.</summary>
internal static class CountedExits
{
    public static IEnumerable<Candidate> Of(LoopContext context)
    {
        var trends = new Trends(context);
        foreach (var exit in context.Loop.Exits)
        {
            if (exit.Condition is not { } condition || exit.Edge.Outcome is not { } outcome)
            {
                continue;
            }

            var node = context.Loop.Graph.Nodes[exit.Edge.From];
            if (Taking(context, node, condition, outcome) is { } taking)
            {
                yield return taking;
            }
            else if (Comparison.Of(Named(context, condition), outcome) is { } comparison)
            {
                if (Judge(context, trends, node, condition, comparison) is { } candidate)
                {
                    yield return candidate;
                }
            }
        }
    }

    /// <summary>A condition that was given a name is the condition.</summary>
    private static IOperation Named(LoopContext context, IOperation condition) =>
        Symbols.Plain(condition) is ILocalReferenceOperation local && context.OnlyValue(local.Local) is { } value ? value : condition;

    private static Candidate? Judge(LoopContext context, Trends trends, FlowNode node, IOperation condition, Comparison comparison)
    {
        var left = trends.Of(comparison.Left);
        var right = trends.Of(comparison.Right);
        if (Extended(context, comparison, left, right) is { } collection)
        {
            return new Candidate(node, new Bound(BoundKind.Collection, condition, collection), NearMissReason.CollectionExtended);
        }

        var difference = left.Plus(right.Reversed());
        var limit = right.Motion == Motion.Still ? comparison.Right : left.Motion == Motion.Still ? comparison.Left : null;
        if (difference.Motion == Motion.Still)
        {
            return Idle(context, node, condition, comparison);
        }

        var facts = limit is null ? new LimitFacts(LimitKind.Computed) : Limits.Of(context, limit);
        var bound = new Bound(
            difference.Kind, condition, difference.Variable, limit, facts.Kind, facts.MayBeInfinite || comparison.IsLifted);
        if (!difference.IsMoving)
        {
            return difference.Spoiled is { } reason ? new Candidate(node, bound, reason) : null;
        }

        return new Candidate(
            node, bound, facts.IsInfinite ? NearMissReason.LimitIsInfinite : comparison.IsReached(difference.Motion) ? null : NearMissReason.WrongDirection);
    }

    /// <summary>An index that runs after a collection to which the loop adds.</summary>
    private static ISymbol? Extended(LoopContext context, Comparison comparison, Trend left, Trend right)
    {
        var counted = left.IsMoving && left.Kind == BoundKind.Counter ? comparison.Right : right.IsMoving && right.Kind == BoundKind.Counter ? comparison.Left : null;
        return counted is not null && CollectionMembers.Counted(Symbols.Plain(counted)) is { } collection && CollectionMembers.Holder(collection) is { } holder
            && context.Writes(new ElementCount(holder)).Any(write => write.Motion is Motion.Up or Motion.Unknown)
                ? holder
                : null;
    }

    /// <summary>A number that is compared with a limit and never changes; what is no number may be anything, and is not meant to count.</summary>
    private static Candidate? Idle(LoopContext context, FlowNode node, IOperation condition, Comparison comparison)
    {
        var variable = Symbols.Of(comparison.Left) ?? Symbols.Of(comparison.Right);
        return variable is ILocalSymbol { IsConst: false } && Types.CarriesNoText(comparison.Left.Type) && !context.Definitions.IsChangedElsewhere(variable)
            ? new Candidate(node, new Bound(BoundKind.Counter, condition, variable), NearMissReason.NeverAdvanced)
            : null;
    }

    /// <summary><c>while (queue.TryDequeue(out var item))</c>, or leaving when it fails.</summary>
    private static Candidate? Taking(LoopContext context, FlowNode node, IOperation condition, bool outcome)
    {
        condition = Symbols.Plain(condition);
        if (outcome || condition is not IInvocationOperation call || !CollectionMembers.TriesToTake(call) || CollectionMembers.Holder(call.Instance) is not { } holder)
        {
            return null;
        }

        return new Candidate(node, new Bound(BoundKind.Collection, condition, holder), context.Fills(holder) ? NearMissReason.CollectionExtended : null);
    }
}
