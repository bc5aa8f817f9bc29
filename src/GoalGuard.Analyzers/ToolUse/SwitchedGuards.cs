using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>Guards that would silence a flow rule if what a model chose did not leave them out.</summary>
internal static class SwitchedGuards
{
    /// <summary>What leaves out the guard, if nothing but that guard is missing; else null.</summary>
    public static Bypass? Of(FlowRule rule, Fact fact, Act act, IEnumerable<Finding> all)
    {
        var bypassed = from bypass in fact.Relations.Bypasses
                       where bypass.Counts(fact)
                       group bypass by bypass.By into each
                       let guards = each.Aggregate(Guard.None, (known, bypass) => known | bypass.Guard)
                       where rule.IsSilenced(fact.With(guards), act)
                       select each.First() with { Guard = guards };
        return bypassed.FirstOrDefault() ?? SwitchedArms.Of(fact, all.Where(finding => rule.IsAbout(finding.Act)));
    }
}
