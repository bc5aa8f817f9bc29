using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>The way of a choice: candidates, score, selection, each once.</summary>
internal static class ChoiceSteps
{
    public static ImmutableArray<FlowStep> Of(Fact? candidate, Fact score, SourceSpan selection, Trace? below)
    {
        var steps = new List<FlowStep>();
        Add(steps, candidate?.Trace);
        foreach (var about in score.Relations.About.Where(origin => origin.Kind == FactKind.ModelOutput))
        {
            Add(steps, new FlowStep("source", "model output of " + about.Name, about.Site));
        }

        Add(steps, score.Trace);
        Add(steps, new FlowStep("hop", "selection by score", selection));
        Add(steps, below);
        return steps.ToImmutableArray();
    }

    private static void Add(List<FlowStep> steps, Trace? trace)
    {
        foreach (var step in trace?.Steps() ?? ImmutableArray<FlowStep>.Empty)
        {
            Add(steps, step);
        }
    }

    private static void Add(List<FlowStep> steps, FlowStep step)
    {
        if (step.Kind != "act" && !steps.Any(known => known.Site == step.Site))
        {
            steps.Add(step);
        }
    }
}
