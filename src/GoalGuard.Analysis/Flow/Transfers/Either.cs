namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// One place that holds either of two values, such as the elements of a list: it has the members of both, and what was made sure of one of them says nothing of it.
/// </summary>
internal static class Either
{
    /// <summary>The value that is one of the two; <paramref name="place"/> is the same each time the operation is walked.</summary>
    public static Value Of(Frame frame, object place, Value known, Value value)
    {
        if (known.Id == value.Id)
        {
            return Join(known, value, known.Facts.Join(value.Facts));
        }

        var result = Join(known, value, frame.FactsOf(known).Join(frame.FactsOf(value))) with { Id = frame.Method.Intern((place, "either"), "either") };
        Merge(frame, result.Id!, known, value);
        return result;
    }

    private static Value Join(Value known, Value value, FactSet facts) => known with
    {
        Facts = facts,
        Texts = known.Texts.Join(value.Texts),
        Chosen = known.Chosen.Join(value.Chosen),
        Targets = Targets(known, value),
    };

    public static ImmutableArray<DelegateTarget> Targets(Value one, Value other) =>
        other.Targets.IsEmpty || one.Targets == other.Targets ? one.Targets : one.Targets.Union(other.Targets).ToImmutableArray();

    /// <summary>Members of both, a few steps deep; what lies deeper is part of what is known of the last step.</summary>
    private static void Merge(Frame frame, Identity into, Value known, Value value)
    {
        var open = new Queue<(Identity Into, Value Known, Value Value, int Depth)>();
        open.Enqueue((into, known, value, 0));
        while (open.Count > 0)
        {
            var (at, one, other, depth) = open.Dequeue();
            var mine = frame.State.Members(one.Id);
            var its = frame.State.Members(other.Id);
            foreach (var name in mine.Keys.Union(its.Keys).OrderBy(name => name, StringComparer.Ordinal))
            {
                if (!mine.TryGetValue(name, out var first) | !its.TryGetValue(name, out var second))
                {
                    frame.State.SetMember(at, name, (first ?? second!) with { MayBeUnassigned = true });
                }
                else if (first!.Id == second!.Id || depth >= Origin.MaxDepth)
                {
                    frame.State.SetMember(at, name, Join(first, second, frame.Deep(first).Join(frame.Deep(second))));
                }
                else
                {
                    var both = Join(first, second, frame.FactsOf(first).Join(frame.FactsOf(second))) with
                    {
                        Id = frame.Method.Intern((at, name, "either"), name), MayBeUnassigned = first.MayBeUnassigned || second.MayBeUnassigned,
                    };
                    frame.State.SetMember(at, name, both);
                    open.Enqueue((both.Id!, first, second, depth + 1));
                }
            }
        }
    }
}
