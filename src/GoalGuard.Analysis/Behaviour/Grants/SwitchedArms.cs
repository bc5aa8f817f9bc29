using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>The same is done behind a guard where the model answers otherwise: <c>if (isolated) RunInContainer(code); else Run(code);</c>.</summary>
public static class SwitchedArms
{
    /// <summary>What runs behind one of these on one arm may run without on the other.</summary>
    private const Guard OfArms = Guard.Sandboxed | Guard.Approved;

    /// <summary>What the model chose, and the guard that stands on the other arm; null if there is no such arm.</summary>
    /// <param name="fact">What is done without a guard.</param>
    /// <param name="alike">What else of the kind the member does.</param>
    public static Bypass? Of(Fact fact, IEnumerable<Finding> alike) =>
        (from choice in fact.Relations.Choices
         where choice.By.Origin.IsConcrete && !choice.By.Origin.Equals(fact.Origin) && (choice.By.Traits & (Traits.Truth | Traits.Grade)) != Traits.None
         from finding in alike
         from other in finding.Facts.Facts
         where other.Origin.Equals(fact.Origin) && (other.Guards & OfArms) != Guard.None
             && other.Relations.Choices.Any(its => its.Site == choice.Site && its.By.Origin.Equals(choice.By.Origin))
         select new Bypass(other.Guards & OfArms, choice.By.Origin, true)).FirstOrDefault();
}
