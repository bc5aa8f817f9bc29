using GoalGuard.Analysis.Sketches;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// One object in several fields, such as the two ends of a channel: at the end of the member that put it there, what others put in by one field is there for
/// those who take it out by another.
/// </summary>
internal static class SharedObjects
{
    public static void Settle(Frame frame)
    {
        var members = frame.State.Members(frame.Method.This);
        if (members.Count < 2 || frame.Method.Member.ContainingType is not { } type)
        {
            return;
        }

        var shared = from member in members
                     where member.Value.Id is not null && Invocations.State(type, member.Key) is { } state
                         && StateValues.TypeOf(state) is { } kept && Carriers.IsFilled(kept)
                     orderby member.Key
                     group (member.Value, State: Invocations.State(type, member.Key)!) by member.Value.Id into slots
                     where slots.Count() > 1
                     select slots.ToList();
        foreach (var (value, state) in shared.ToList().SelectMany(slots => slots))
        {
            if (frame.Method.Lookup(new Question(state, false)) is { } others && others.Return.Members.TryGetValue(Members.Element, out var left))
            {
                var identity = frame.Method.Intern((value.Id!, state, "left"), state.Name);
                Members.Add(frame, value, Members.Element, Placing.Place(frame, identity, left, new Value { Id = identity }));
            }
        }
    }
}
