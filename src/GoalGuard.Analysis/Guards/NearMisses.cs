using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// Tests that people write as a precaution and that are none: a forbidden word, an extension, a pattern with free parts. They silence nothing, but
/// the report says that they were seen.
/// </summary>
internal static class NearMisses
{
    /// <summary>Members that test a text, with the name of the parameter that is tested; empty for the receiver.</summary>
    private static readonly ImmutableDictionary<string, string> Tests = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["System.String.Contains"] = "",
        ["System.String.StartsWith"] = "",
        ["System.String.EndsWith"] = "",
        ["System.Text.RegularExpressions.Regex.IsMatch"] = "input",
        ["System.IO.Path.IsPathRooted"] = "path",
        ["System.IO.Path.IsPathFullyQualified"] = "path",
        ["System.Uri.IsWellFormedUriString"] = "uriString",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> Names =
        Tests.Keys.Select(name => name.Substring(name.LastIndexOf('.') + 1)).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Remembers the test for the value it was made of, unless it makes sure of something.</summary>
    public static void See(Frame frame, Call call, Value result)
    {
        if (!Names.Contains(call.Method.Name) || !Tests.TryGetValue(Types.FullName(call.Method.ContainingType) + "." + call.Method.Name, out var name))
        {
            return;
        }

        var tested = name.Length == 0 ? frame[call.Instance] : frame[call.Argument(name)];
        if (tested is { Facts.IsEmpty: false, Id: { } id } && !AssuresAnything(result.Outcome))
        {
            frame.State.Miss(id, new FlowStep("guard-missing", $"tested with {Types.Display(call.Method)}, which makes sure of nothing", SourceSpan.Of(call.Operation.Syntax)));
        }
    }

    private static bool AssuresAnything(Outcome? outcome) =>
        outcome is not null && outcome.WhenTrue.Concat(outcome.WhenFalse).Any(assurance => !PathChecks.IsPrefix(assurance.Guard));
}
