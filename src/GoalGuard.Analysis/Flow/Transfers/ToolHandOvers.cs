using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>A delegate becomes a tool: a lambda or local function runs here, with parameters that the model fills.</summary>
internal static class ToolHandOvers
{
    public static void Apply(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        foreach (var entry in roles)
        {
            if (entry is { Role: Role.ToolDefinition, Place: { Root: PlaceRoot.Argument } place, Note: not ToolNotes.Called } && call.Argument(place.Argument!) is { } argument)
            {
                frame.Method.See("tool", call.Method, call.Operation.Syntax);
                RunTools(frame, call, frame[argument]);
            }
        }
    }

    private static void RunTools(Frame frame, Call call, Value @delegate)
    {
        var approved = frame.Engine.Tools.IsApproved(call.Operation, frame.Method.Cancellation);
        foreach (var target in @delegate.Targets.Where(Delegates.IsLocal))
        {
            var before = frame.State.Assured;
            if (approved)
            {
                frame.State.Assure(new[] { new Assurance(Guard.Approved, null) });
            }

            frame.Method.Sites.Begin();
            ReadFiles.Show(frame, frame.Deep(frame.Method.Delegates.Run(frame, target, parameter => Input(frame, parameter))));
            frame.Method.Sites.End();
            frame.State.Forget(before);
        }
    }

    private static Value Input(Frame frame, IParameterSymbol parameter) =>
        Tools.IsInput(parameter)
            ? EntryValues.ToolInput(frame.Method, frame.State, parameter, frame.Method.Intern((parameter, "tool"), parameter.Name))
            : DelegateRuns.Unknown(frame.Method, parameter);
}
