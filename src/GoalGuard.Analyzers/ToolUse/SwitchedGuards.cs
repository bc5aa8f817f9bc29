using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analyzers.ToolUse;

/// <summary>Guards that would silence a flow rule if what a model chose did not leave them out.</summary>
internal static class SwitchedGuards
{
    /// <summary>What runs behind one of these on one arm may run without on the other.</summary>
    private const Guard OfArms = Guard.Sandboxed | Guard.Approved;

    /// <summary>What leaves out the guard, if nothing but that guard is missing; else null.</summary>
    public static Bypass? Of(FlowRule rule, Fact fact, Act act, IEnumerable<Finding> all)
    {
        var bypassed = from bypass in fact.Relations.Bypasses
                       where bypass.Counts(fact)
                       group bypass by bypass.By into each
                       let guards = each.Aggregate(Guard.None, (known, bypass) => known | bypass.Guard)
                       where rule.IsSilenced(fact.With(guards), act)
                       select each.First() with { Guard = guards };
        return bypassed.FirstOrDefault() ?? Arm(rule, fact, all);
    }

    /// <summary>The same is done behind a guard where the model answers otherwise: <c>if (isolated) RunInContainer(code); else Run(code);</c>.</summary>
    private static Bypass? Arm(FlowRule rule, Fact fact, IEnumerable<Finding> all) =>
        (from choice in fact.Relations.Choices
         where choice.By.Origin.IsConcrete && !choice.By.Origin.Equals(fact.Origin) && (choice.By.Traits & (Traits.Truth | Traits.Grade)) != Traits.None
         from finding in all
         where rule.IsAbout(finding.Act)
         from other in finding.Facts.Facts
         where other.Origin.Equals(fact.Origin) && (other.Guards & OfArms) != Guard.None && other.Relations.Choices.Any(its => its.Site == choice.Site && its.By.Origin.Equals(choice.By.Origin))
         select new Bypass(other.Guards & OfArms, choice.By.Origin, true)).FirstOrDefault();
}
