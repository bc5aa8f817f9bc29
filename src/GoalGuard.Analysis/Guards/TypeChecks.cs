using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>Tests of a type before something is made of it: it derives from one that the program names.</summary>
internal static class TypeChecks
{
    /// <summary><c>typeof(ICommand).IsAssignableFrom(type)</c>.</summary>
    public static Value? IsAssignableFrom(Frame frame, Call call) => Tested(frame, call, frame[call.Argument(0)], frame[call.Instance]);

    /// <summary><c>type.IsAssignableTo(typeof(ICommand))</c>, <c>type.IsSubclassOf(typeof(Command))</c>.</summary>
    public static Value? Derives(Frame frame, Call call) => Tested(frame, call, frame[call.Instance], frame[call.Argument(0)]);

    /// <summary><c>thing.GetType()</c>: nobody chooses by name what something is, whatever is written in it.</summary>
    public static Value? Own(Frame frame, Call call) => call.Arguments.IsEmpty ? new Value { Id = frame.Fresh(call.Operation) } : null;

    private static Value? Tested(Frame frame, Call call, Value type, Value known) =>
        frame.Deep(known).HasConcrete
            ? null
            : new Value { Id = frame.Fresh(call.Operation), Outcome = Outcome.True(HostChecks.Assured(type, Guard.Derived).ToArray()) };
}
