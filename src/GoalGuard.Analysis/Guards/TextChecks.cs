using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>Texts that stay what they are, and texts that are compared.</summary>
internal static class TextChecks
{
    /// <summary>Trimmed or in another case, a text keeps what was made sure of it, before and after.</summary>
    public static Value? Same(Frame frame, Call call) => call.Arguments.IsEmpty || call.Method.Name.StartsWith("To", StringComparison.Ordinal)
        ? frame[call.Instance]
        : frame.Derive(call.Operation, frame[call.Instance]) with
        {
            Texts = frame[call.Instance].Texts, StandsFor = StatementChecks.RemovesEndOnly(frame, call) ? frame[call.Instance].Id : null,
        };

    public static Value? ObjectText(Frame frame, Call call) =>
        frame.Engine.Members.Targets(call.Method, frame.Method.Cancellation).IsEmpty ? frame[call.Instance] : null;

    public static Value? AreEqual(Frame frame, Call call)
    {
        var (left, right) = call.Instance is not null && Types.IsString(call.Instance.Type)
            ? (frame[call.Instance], frame[call.Argument(0)])
            : (frame[call.Argument(0)], frame[call.Argument(1)]);
        return new Value { Id = frame.Fresh(call.Operation), Outcome = Equalities.Outcome(frame, left, right) };
    }

    public static Value? Concat(Frame frame, Call call) =>
        call.Arguments.Skip(1).Aggregate(
            call.Arguments.IsEmpty ? Value.Empty : frame[call.Arguments[0]],
            (text, argument) => TextBuilding.Concat(frame, call.Operation, text, frame[argument]));

    /// <summary><c>host.EndsWith(".example.com")</c>: with the dot, a check of the host.</summary>
    public static Value? EndsWith(Frame frame, Call call)
    {
        var tested = frame[call.Instance];
        var suffix = frame[call.Argument(0)];
        var result = frame.Derive(call.Operation, tested, suffix);
        if (tested.Id is { } id && suffix.Texts.All(PathChecks.EndsInSeparator))
        {
            return result with { Outcome = Outcome.True(new Assurance(Guard.EndsInSeparator, id)) };
        }

        return tested.IsHost && suffix.Texts.All(text => text.StartsWith(".", StringComparison.Ordinal))
            ? result with { Outcome = Outcome.True(HostChecks.Assured(tested, Guard.HostChecked).ToArray()) }
            : result;
    }
}
