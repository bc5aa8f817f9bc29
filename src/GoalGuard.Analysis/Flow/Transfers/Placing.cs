namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Values of a summary, as parts of the state of whoever asks for it.</summary>
internal static class Placing
{
    /// <summary>A value from a summary of which no call is at hand: state that other members left.</summary>
    public static Value Place(Frame frame, Identity identity, SummaryValue summary, Value known)
    {
        PlaceMembers(frame, identity, summary, facts => facts, relations => relations, _ => ImmutableArray<DelegateTarget>.Empty);
        return known with
        {
            Chosen = known.Chosen.Join(summary.Chosen),
            Facts = known.Facts.Join(summary.Facts),
            Texts = summary.Texts,
            Constant = summary.Constant,
            IsClosedSet = summary.IsClosedSet,
        };
    }

    /// <summary>What a value of a summary holds, as members of an object of this member, with facts as they mean something here.</summary>
    public static void PlaceMembers(
        Frame frame, Identity owner, SummaryValue summary,
        Func<FactSet, FactSet> resolve, Func<Relations, Relations> choose, Func<SummaryValue, ImmutableArray<DelegateTarget>> run)
    {
        var open = new Queue<(Identity Owner, SummaryValue Value)>();
        open.Enqueue((owner, summary));
        while (open.Count > 0)
        {
            var (at, value) = open.Dequeue();
            foreach (var member in value.Members)
            {
                var identity = frame.Method.Intern((at, member.Key), member.Key);
                var placed = new Value
                {
                    Id = identity,
                    Facts = resolve(member.Value.Facts),
                    Chosen = choose(member.Value.Chosen),
                    Texts = member.Value.Texts,
                    IsClosedSet = member.Value.IsClosedSet,
                    MayBeUnassigned = member.Value.MayBeUnassigned,
                    Targets = run(member.Value),
                };
                frame.State.SetMember(at, member.Key, placed);
                if (!member.Value.Delegates.IsEmpty)
                {
                    // What is left in a delegate is left where it is kept.
                    frame.Method.Parts[identity] = (at, member.Key, placed);
                }

                open.Enqueue((identity, member.Value));
            }
        }
    }
}
