using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Guards;

/// <summary>Comparisons. A value equal to one that the model did not choose was chosen by someone else; a person's answer is an approval.</summary>
internal static class Equalities
{
    public static Outcome? Outcome(Frame frame, Value left, Value right)
    {
        if (Approvals.IsRefusal(left, right) || Approvals.IsRefusal(right, left))
        {
            return new Outcome(ImmutableArray<Assurance>.Empty, ImmutableArray.Create(new Assurance(Guard.Approved, null)));
        }

        var assurances = Side(frame, left, right).Concat(Side(frame, right, left)).Distinct().ToImmutableArray();
        return assurances.IsEmpty ? null : new Outcome(assurances, ImmutableArray<Assurance>.Empty);
    }

    private static IEnumerable<Assurance> Side(Frame frame, Value tested, Value other)
    {
        if (Approvals.IsAnswer(tested) && !other.Facts.HasConcrete)
        {
            return new[] { new Assurance(Guard.Approved, null) };
        }

        var otherFacts = frame.FactsOf(other);
        if (tested.Facts.IsEmpty && !tested.IsHost)
        {
            return Enumerable.Empty<Assurance>();
        }

        // Equal to something guarded, or to something with no model behind it.
        var guard = otherFacts.HasConcrete ? otherFacts.CommonGuards : Guard.AllowListed | otherFacts.CommonGuards;
        return guard == Guard.None ? Enumerable.Empty<Assurance>() : HostChecks.Assured(tested, guard);
    }

    /// <summary><c>text.IndexOfAny(Path.GetInvalidFileNameChars()) &lt; 0</c> and its like: the index of something that must not be there.</summary>
    public static Outcome? Comparison(IBinaryOperation binary, Value left, Value right)
    {
        var (found, isLeft) = left.Outcome is not null ? (left.Outcome, true) : (right.Outcome, false);
        if (found is null)
        {
            return null;
        }

        // An index carries its assurance as "when false": not found. Below zero means not found.
        var kind = binary.OperatorKind;
        var isNotFound = isLeft
            ? kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            : kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        return isNotFound ? found.Not() : found;
    }
}
