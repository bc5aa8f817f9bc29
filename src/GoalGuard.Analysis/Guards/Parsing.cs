using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>A text that parses as a number, date, Guid or enum is one: <c>int.TryParse(text, out _)</c> makes sure of the text itself.</summary>
internal static class Parsing
{
    public static Value? Apply(Frame frame, Call call)
    {
        if (call.Method.Name is not ("TryParse" or "TryParseExact" or "IsDefined") || !Types.IsBoolean(call.Method.ReturnType)
            || !call.Method.ContainingAssembly.Name.StartsWith("System", StringComparison.Ordinal)
            || call.Arguments.FirstOrDefault(argument => Types.IsString(argument.Parameter?.Type) || argument.Parameter?.Type.Name == "ReadOnlySpan") is not { } text)
        {
            return null;
        }

        var value = frame[text];
        foreach (var result in call.Arguments.Where(argument => argument.Parameter is { RefKind: RefKind.Out }))
        {
            var facts = Frame.Narrow(frame.Deep(value), result.Parameter!.Type).As(Types.TraitsOf(result.Parameter.Type));
            Assignments.Store(frame, result.Value, new Value { Id = frame.Fresh(result), Facts = facts }, result.Value);
        }

        // Only what the parsed type cannot carry is kept out of the text: a parsed Uri or version string proves nothing.
        var parsed = call.Arguments.LastOrDefault(argument => argument.Parameter is { RefKind: RefKind.Out })?.Parameter?.Type;
        var result2 = new Value { Id = frame.Fresh(call.Operation) };
        return value.Id is { } id && (Types.CarriesNoText(parsed) || call.Method.ContainingType.Name == "Enum")
            ? result2 with { Outcome = Outcome.True(new Assurance(Guard.NotText, id)) }
            : result2;
    }
}
