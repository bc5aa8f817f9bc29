using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// Statements of a query language. One that begins with a word of the program's choice, and has no second one behind it, is as good as chosen
/// from a list. A list of refused words is not: what it forgets is allowed.
/// </summary>
internal static class StatementChecks
{
    private const char Separator = ';';

    /// <summary>What <c>sql.StartsWith("SELECT")</c> makes sure of; the word may come from a list that no model fills.</summary>
    public static IEnumerable<Assurance> Begins(Value tested, Value prefix) =>
        prefix.Texts.IsUnknown || prefix.Texts.All(IsVerb) ? HostChecks.Assured(tested, Guard.AllowedVerb) : Enumerable.Empty<Assurance>();

    /// <summary>Words, as opposed to the beginning of a path or an address.</summary>
    private static bool IsVerb(string text) => text.Trim().Length > 1 && text.All(character => char.IsLetter(character) || character is ' ' or '(');

    /// <summary><c>sql.Contains(';')</c>, or where it stands: without one, nothing follows the first statement.</summary>
    public static Value? Contains(Frame frame, Call call)
    {
        var tested = frame[call.Instance];
        return IsSeparator(frame, call.Argument(0)) && tested.Id is not null
            ? frame.Derive(call.Operation, tested) with { Outcome = Outcome.False(HostChecks.Assured(tested, Guard.SingleStatement).ToArray()) }
            : null;
    }

    /// <summary>True if a trim takes nothing away but semicolons and white space: the rest says all there is to say of the statement.</summary>
    public static bool RemovesEndOnly(Frame frame, Call call) =>
        call.Method.Name == "TrimEnd" && call.Arguments.Length == 1 && IsSeparator(frame, call.Argument(0));

    private static bool IsSeparator(Frame frame, Microsoft.CodeAnalysis.Operations.IArgumentOperation? argument) =>
        frame[argument].Texts.All(text => text.Trim() == Separator.ToString())
        || Members.Of(frame, frame[argument], Members.Element).Texts.All(text => text.Trim() is ";" or "");
}
