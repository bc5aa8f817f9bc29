using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Knowledge entries speak of places; here a place meets a call.</summary>
internal static class Places
{
    /// <summary>The value at a place of a call; delegates are stepped into by <see cref="KnownFlows"/> alone.</summary>
    public static Value Read(Frame frame, Call call, Place place, Value? returned = null)
    {
        var value = Root(frame, call, place, returned);
        foreach (var step in place.Steps)
        {
            value = step.Kind switch
            {
                PlaceStepKind.Member => Members.Of(frame, value, step.Name!),
                PlaceStepKind.Element => Members.Of(frame, value, Members.Element),
                _ => value,
            };
        }

        return value;
    }

    private static Value Root(Frame frame, Call call, Place place, Value? returned) => place.Root switch
    {
        PlaceRoot.Argument => frame[call.Argument(place.Argument!)],
        PlaceRoot.This => frame[call.Receiver],
        _ => returned ?? Value.Empty,
    };

    /// <summary>True unless the entry has a condition and no constant at its place meets it.</summary>
    public static bool Holds(Frame frame, Call call, Condition? when)
    {
        if (when is null)
        {
            return true;
        }

        return Meets(Read(frame, call, when.Place), when);
    }

    /// <summary>True if the value is a constant, or an alternative of constants, that one of the condition's patterns names.</summary>
    public static bool Meets(Value value, Condition when) =>
        value.Texts.Any(text => when.Values.Any(pattern => Matches(text, pattern)))
        || (value.Constant is { } truth && when.Values.Any(pattern => Matches(truth ? "true" : "false", pattern)));

    /// <summary>Upper and lower case are the same, <c>*</c> is any text; a loop with one way back, so no pattern can make it slow.</summary>
    public static bool Matches(string text, string pattern)
    {
        int at = 0, in_ = 0, star = -1, mark = 0;
        while (at < text.Length)
        {
            if (in_ < pattern.Length && pattern[in_] == '*')
            {
                star = in_++;
                mark = at;
            }
            else if (in_ < pattern.Length && char.ToLowerInvariant(pattern[in_]) == char.ToLowerInvariant(text[at]))
            {
                at++;
                in_++;
            }
            else if (star >= 0)
            {
                in_ = star + 1;
                at = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (in_ < pattern.Length && pattern[in_] == '*')
        {
            in_++;
        }

        return in_ == pattern.Length;
    }
}
