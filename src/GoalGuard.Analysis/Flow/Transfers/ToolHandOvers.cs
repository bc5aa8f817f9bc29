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
            if (entry.Role == Role.ToolGrant)
            {
                frame.Method.See("grant", call.Method, call.Operation.Syntax);
            }

            if (entry is { Role: Role.ToolDefinition, Place: { Root: PlaceRoot.Argument } place } && call.Argument(place.Argument!) is { } argument)
            {
                frame.Method.See("tool", call.Method, call.Operation.Syntax);
                RunTools(frame, call, frame[argument]);
            }
        }
    }

    /// <summary>Tools that are handed to a model by a property of its options.</summary>
    public static void Assign(Frame frame, Microsoft.CodeAnalysis.Operations.IPropertyReferenceOperation reference)
    {
        if (frame.Engine.Knowledge.RolesOf(reference.Property).Any(entry => entry.Role == Role.ToolGrant))
        {
            frame.Method.See("grant", reference.Property, reference.Syntax);
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

            frame.Method.Delegates.Run(frame, target, parameter => Input(frame, parameter));
            frame.State.Forget(before);
        }
    }

    private static Value Input(Frame frame, IParameterSymbol parameter) =>
        Tools.IsInput(parameter)
            ? EntryValues.Input(EntryValues.ToolInput(parameter), frame.Method.Intern((parameter, "tool"), parameter.Name), parameter.Type)
            : DelegateRuns.Unknown(frame.Method, parameter);
}
