using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analyzers.Pathway5OuterLoop;

/// <summary>An act that one of several candidates meets, or that happens because of it.</summary>
/// <param name="Finding">The act and what meets it.</param>
/// <param name="Facts">What of it was chosen.</param>
/// <param name="Choices">How it was chosen.</param>
internal sealed record ChosenAct(Finding Finding, ImmutableArray<Fact> Facts, ImmutableArray<Choice> Choices)
{
    public static ChosenAct? Of(Finding finding)
    {
        var facts = finding.Facts.Facts
            .Where(fact => (fact.Guards & Guard.Stored) == 0 && fact.Origin.Kind is FactKind.ModelOutput or FactKind.Choice && fact.Relations.HasWinner).ToImmutableArray();
        return facts.IsEmpty ? null : new ChosenAct(finding, facts, facts.SelectMany(fact => fact.Relations.Choices).Where(choice => choice.IsWon).Distinct().ToImmutableArray());
    }

    /// <summary>A person agreed between the choice and the act.</summary>
    public bool IsApproved => Facts.All(fact => (fact.Guards & Guard.Approved) != 0);

    /// <summary>True if only names, numbers or a closed list could be chosen from.</summary>
    public bool IsClosed => Facts.All(fact => (fact.Guards & (Guard.NotText | Guard.AllowListed)) != 0);

    public bool IsInferred => Finding.Act.Inferred || Choices.All(choice => choice.By.Origin.Inferred);

    /// <summary>True for an info, false for a warning: the level falls once, however many reasons there are.</summary>
    public bool IsLowered => IsClosed || Finding.Act.Inferred;

    /// <summary>The candidates as the message names them.</summary>
    public string Candidates => Facts.FirstOrDefault(fact => fact.Origin.Kind == FactKind.ModelOutput)?.Origin.Name is { } name ? "what " + name + " answered" : "the program's own candidates";

    /// <summary>The candidates with their way, the score with its way, the selection, the act.</summary>
    public ImmutableArray<FlowStep> Steps()
    {
        var choice = Choices[0];
        var candidate = Facts.FirstOrDefault(fact => fact.Origin.Kind == FactKind.ModelOutput) ?? Facts[0];
        return ChoiceSteps.Of(candidate, choice.By, choice.Site, Finding.Below).Add(new FlowStep("act", Finding.Act.Display, Finding.Act.Site));
    }
}
