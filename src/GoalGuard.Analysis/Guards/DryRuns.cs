using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// An argument or option named like a dry run, with a constant that switches it on: the act only says what it would do. What a caller or the model may
/// switch off is none.
/// </summary>
internal static class DryRuns
{
    private static readonly ImmutableArray<string> Words = ImmutableArray.Create("dryRun", "dry_run", "whatIf");

    private static readonly ImmutableHashSet<string> Off = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "", "none", "false", "off", "no");

    public static Guard Of(Frame frame, Call call) =>
        call.Arguments.Any(argument => (IsNamed(argument.Parameter?.Name) && IsOn(frame, frame[argument])) || HasOption(frame, frame[argument]))
            ? Guard.DryRun
            : Guard.None;

    private static bool HasOption(Frame frame, Value options) => frame.State.Members(options.Id).Any(member => IsNamed(member.Key) && IsOn(frame, member.Value));

    private static bool IsNamed(string? name) => name is not null && Words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>A yes, a mode, or a list of modes.</summary>
    private static bool IsOn(Frame frame, Value value) => IsOn(value) || frame.State.Members(value.Id).Any(element => IsOn(element.Value));

    private static bool IsOn(Value value) =>
        value.Facts.IsEmpty && (value.Constant == true || (value.Texts.IsConstant && value.Texts.All(text => !Off.Contains(text))));
}
