using GoalGuard.Analysis.Flow;
using GoalGuard.Analyzers.ToolUse;


namespace GoalGuard.Analyzers.Reporting;

/// <summary>Findings of one member become diagnostics: one per rule and expression.</summary>
internal static class FlowReporter
{
    /// <param name="result">What was found in the member.</param>
    /// <param name="path">The file that is analysed.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="kept">The guards of a fact that a setting of the program may leave out, but never does.</param>
    /// <param name="switched">Told of what is open only because a model may leave out the guard: that is another rule's report.</param>
    public static IEnumerable<Flow> Flows(MethodResult result, string path, ImmutableArray<FlowRule> rules, Func<Fact, Guard> kept, Action<Bypass, Finding> switched)
    {
        var all = result.Findings.Where(finding => finding.At.Path == path).ToList();
        foreach (var rule in rules)
        {
            var parts =
                from finding in all
                where rule.IsAbout(finding.Act) && rule.IsMet(finding, result)
                let facts = finding.Facts.Facts.Where(fact => IsOpen(rule, fact, kept(fact), finding) && !IsSwitched(rule, fact, finding)).ToImmutableArray()
                where !facts.IsEmpty
                select (finding, facts);
            foreach (var group in parts.GroupBy(part => part.finding.Expression).OrderBy(group => group.Key.Start))
            {
                yield return new Flow(rule, group.ToImmutableArray());
            }
        }

        bool IsSwitched(FlowRule rule, Fact fact, Finding finding)
        {
            if (SwitchedGuards.Of(rule, fact, finding.Act, all) is not { } bypass)
            {
                return false;
            }

            switched(bypass, finding);
            return true;
        }
    }

    private static bool IsOpen(FlowRule rule, Fact fact, Guard kept, Finding finding) =>
        (fact.Guards & Guard.Stored) == 0 && rule.IsSource(fact.Origin) && !rule.IsSilenced(fact.With(kept), finding.Act);
}
