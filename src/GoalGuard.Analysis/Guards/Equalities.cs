using GoalGuard.Analysis.Flow;

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
        var guard = otherFacts.IsOfOthers ? otherFacts.CommonGuards : Guard.AllowListed | otherFacts.CommonGuards;
        if (other.Character is { } character)
        {
            guard |= CharacterChecks.OfConstant(character);
        }

        if (guard == Guard.None)
        {
            return Enumerable.Empty<Assurance>();
        }

        // A directory that is a root: what lies in it begins with the root.
        var assured = HostChecks.Assured(tested, guard);
        return tested is { IsHost: false, StandsFor: not null } && !otherFacts.HasConcrete ? assured.Concat(PathChecks.IsRoot(frame, tested)) : assured;
    }
}
