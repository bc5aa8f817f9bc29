using System.Text.Json.Nodes;
using GoalGuard.Tool.Findings;

namespace GoalGuard.Tool.Sarif;

/// <summary>A run as the compiler wrote it, without what is not GoalGuard's.</summary>
internal static class CompilerRun
{
    public static JsonObject KeepOurs(CompilerLog log)
    {
        var run = log.Run.DeepClone().AsObject();
        var rules = log.Rules.Where(rule => RuleIds.IsOurs(rule.Text("id"))).ToArray();
        run["results"] = new JsonArray([.. OurResults(log, rules)]);
        if (run["tool"].Child("driver") is JsonObject driver)
        {
            driver["rules"] = new JsonArray([.. rules.Select(rule => rule.DeepClone())]);
        }

        return run;
    }

    /// <summary>Results point at their rule by its index, which changes with the rules that go.</summary>
    private static IEnumerable<JsonNode> OurResults(CompilerLog log, JsonObject[] rules)
    {
        foreach (var result in log.Results.Where(result => RuleIds.IsOurs(result.Text("ruleId"))))
        {
            var ours = result.DeepClone().AsObject();
            ours["ruleIndex"] = Array.FindIndex(rules, rule => rule.Text("id") == result.Text("ruleId"));
            yield return ours;
        }
    }
}
