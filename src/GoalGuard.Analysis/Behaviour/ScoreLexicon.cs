namespace GoalGuard.Analysis.Behaviour;

/// <summary>The words by which a member says that it holds how good something is, as data. What an answer states beside its words may be anything: a price, a date, a line.</summary>
internal static class ScoreLexicon
{
    public static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "score", "scores", "scored", "rating", "ratings", "rate", "rated", "rank", "ranking", "grade", "graded", "confidence", "certainty", "probability", "probabilities", "prob", "probs", "logprob", "logprobs",
        "likelihood", "odds", "fitness", "reward", "rewards", "utility", "quality", "merit", "gain", "relevance", "feasibility", "impact", "desirability", "preference", "strength", "plausibility",
        "suitability", "vote", "votes", "points", "wins", "evaluation", "value", "estimate", "estimated", "expected", "promise", "potential", "novelty", "effectiveness", "usefulness", "benefit", "risk", "risks",
        "safety", "correctness", "coherence", "helpfulness", "goodness", "advantage", "heuristic", "verdict", "judgement", "judgment", "assessment");

    /// <summary>Words that make another number of it: how many, which one, when.</summary>
    private static readonly ImmutableHashSet<string> Others = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "count", "index", "id", "date", "time", "utc", "at", "number", "limit", "min", "max", "length", "size", "price", "cost", "currency", "tax");

    public static bool Names(string name)
    {
        var words = NameWords.Of(name).ToList();
        return words.Any(Words.Contains) && !words.Any(Others.Contains);
    }
}
