namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// Multiplication keeps what was multiplied with what: the log-probability of what was sampled, times a reward, is the term of a policy gradient. Sums, means and
/// negations keep it, as they keep every fact.
/// </summary>
internal static class Products
{
    public static FactSet Of(Frame frame, Value left, Value right, FactSet product)
    {
        var (first, second) = (frame.FactsOf(left), frame.FactsOf(right));
        return MayBeTerm(first) || MayBeTerm(second) ? Times(Times(product, first, second), second, first) : product;
    }

    private static bool MayBeTerm(FactSet facts) => facts.Facts.Any(IsTerm);

    /// <summary>Of a parameter only a caller knows.</summary>
    private static bool IsTerm(Fact fact) => fact.Origin.Kind is FactKind.LogProbability or FactKind.Parameter;

    /// <summary>The log-probabilities among these factors were multiplied with the other ones.</summary>
    private static FactSet Times(FactSet product, FactSet factors, FactSet others)
    {
        var by = Relations.By(others.Facts.Where(fact => fact.Origin.Kind != FactKind.Outside).Select(fact => fact.Origin).ToImmutableArray());
        return product.Map(fact => IsTerm(fact) && factors.Facts.Any(factor => factor.Origin.Equals(fact.Origin)) ? fact.Relating(by) : fact);
    }
}
