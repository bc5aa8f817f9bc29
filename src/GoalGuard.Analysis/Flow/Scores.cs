namespace GoalGuard.Analysis.Flow;

/// <summary>Which facts say how good something is, as a model sees it.</summary>
internal static class Scores
{
    /// <summary>
    /// True for a number or grade that a model stated, and for a verdict that it gave about something else: what an answer says about itself, or whether its words are
    /// some words, is no verdict about it.
    /// </summary>
    public static bool Is(Fact fact) =>
        fact.Origin.Kind == FactKind.ModelOutput && (fact.Traits & Traits.Data) == 0
        && (IsStated(fact) || ((fact.Traits & Traits.Truth) != 0 && !fact.Relations.About.IsEmpty));

    /// <summary>True for a number or grade. Where a text is compared with what a model said, its words point at something, and say nothing of how good it is.</summary>
    public static bool IsStated(Fact fact) => (fact.Traits & (Traits.Number | Traits.Grade)) != 0;

    /// <summary>A score, or what only a caller knows.</summary>
    public static bool MayBe(Fact fact) => Is(fact) || (fact.Origin.Kind == FactKind.Parameter && fact.IsJudgement && (fact.Traits & Traits.Data) == 0);
}
