namespace GoalGuard.Analysis.Tests.Flow.Facts;

/// <summary>Log-probability times reward, kept through arithmetic and helpers.</summary>
public sealed class ProductTests
{
    private const string Models = """
        local-training M:Policy.LogProb return : log-probability
        local-training M:Policy.Return return : reward
        """;

    private const string Policy = "static class Policy { public static double LogProb() => Coin() ? 1 : 2; public static double Return() => Coin() ? 1 : 2; }";

    private static string Seen(string statements, string members = "") =>
        EngineProgram.With(Models, $"class A {{ void M() {{ {statements} }} {members} }}", Policy).Seen;

    private const string Term = " times Policy.Return";

    [Theory]
    [InlineData("Examine(Policy.LogProb() * Policy.Return());")]
    [InlineData("Examine(-(Policy.Return() * Policy.LogProb()));")]
    [InlineData("var sum = 0.0; for (var i = 0; i < 3; i++) { sum += Policy.LogProb() * (Policy.Return() - 0.5); } Examine(sum / 3);")]
    [InlineData("var terms = new List<double> { Policy.LogProb() * Policy.Return() }; Examine(terms.Average());")]
    [InlineData("Examine(Loss(Policy.LogProb(), Policy.Return()));")]
    public void A_log_probability_times_a_reward_is_a_term_of_a_policy_gradient(string statements) =>
        Assert.Matches("LogProbability\\(Policy.LogProb\\)[^,]*" + Term, Seen(statements, "static double Loss(double log, double reward) => -(log * reward);"));

    [Theory]
    [InlineData("Examine(Policy.LogProb() + Policy.Return());")]
    [InlineData("Examine(Policy.LogProb() * 2);")]
    [InlineData("Examine(Loss(Policy.LogProb(), 3));")]
    public void A_sum_of_both_is_none(string statements) =>
        Assert.DoesNotContain("times Policy.Return", Seen(statements, "static double Loss(double log, double reward) => -(log * reward);"));
}
