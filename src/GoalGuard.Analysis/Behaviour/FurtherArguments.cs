using GoalGuard.Analysis.Behaviour.Reach;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>
/// What an effect is given besides what chooses its object: the content that is written, the body that is sent. For text to behaviour only the place of an effect counts; whoever
/// asks whether something is done with a value counts every argument.
/// </summary>
internal static class FurtherArguments
{
    public static bool Is(Act act) => act is { Effect: Role.Act, Note: not null };

    public static void Record(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        var acting = roles.Where(entry => entry.Role.IsEffect() && entry.Place is { Root: PlaceRoot.Argument or PlaceRoot.This } && !OutsideActs.IsOutside(entry.Role)).ToList();
        if (acting.Count == 0 || call.Arguments.Length < 2 || !acting.TrueForAll(Mutation.IsByItself) || roles.Any(entry => entry.Role == Role.ModelCall && Places.Holds(frame, call, entry.When)))
        {
            return;
        }

        var act = new Act(Role.Act, acting[0].Symbol.Text, Types.Display(call.Method), SourceSpan.Of(call.Operation.Syntax), Note: RoleNames.OfRole[acting[0].Role]);
        foreach (var argument in call.Arguments.Where(argument => !acting.Exists(entry => entry.Place!.Argument == argument.Parameter?.Name)))
        {
            var facts = frame.Deep(frame[argument]).With(frame.State.GuardsOf(null));
            Acts.Record(frame, facts, SourceSpan.Of(argument.Value.Syntax), act, null, act.Site, null);
        }
    }
}
