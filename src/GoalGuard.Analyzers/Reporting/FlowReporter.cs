using GoalGuard.Analysis.Flow;


namespace GoalGuard.Analyzers.Reporting;

/// <summary>Findings of one member become diagnostics: one per rule and expression.</summary>
internal static class FlowReporter
{
    public static IEnumerable<Flow> Flows(IEnumerable<Finding> findings, ImmutableArray<FlowRule> rules)
    {
        var all = findings.ToList();
        foreach (var rule in rules)
        {
            var parts =
                from finding in all
                where rule.IsAbout(finding.Act)
                let facts = finding.Facts.Facts.Where(fact => (fact.Guards & Guard.Stored) == 0 && rule.IsSource(fact.Origin) && !rule.IsSilenced(fact, finding.Act)).ToImmutableArray()
                where !facts.IsEmpty
                select (finding, facts);
            foreach (var group in parts.GroupBy(part => part.finding.Expression).OrderBy(group => group.Key.Start))
            {
                yield return new Flow(rule, group.ToImmutableArray());
            }
        }
    }
}
