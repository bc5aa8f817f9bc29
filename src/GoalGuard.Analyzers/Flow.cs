using GoalGuard.Analysis.Behaviour.Switches;
using GoalGuard.Analysis.Flow;

namespace GoalGuard.Analyzers;

/// <summary>What one report is about: all findings of one rule at one expression, their facts as far as nothing silences them.</summary>
internal sealed record Flow(FlowRule Rule, ImmutableArray<(Finding Finding, ImmutableArray<Fact> Facts)> Parts)
{
    public Finding First => Parts[0].Finding;

    public Fact Source => Parts[0].Facts[0];

    public IEnumerable<Fact> Sources => Parts.SelectMany(part => part.Facts);

    /// <summary>True if every source only looks like one, by name.</summary>
    public bool IsInferred => First.Act.Inferred || Sources.All(fact => fact.Origin.Inferred);

    /// <summary>True if every source passed a guard that does not silence but counts, or meets an act that can do less.</summary>
    public bool IsLowered => Parts.All(part => Rule.IsLowered(part.Finding.Act) || part.Facts.All(fact => Rule.IsLoweredBy(fact.Guards) || IsAskedBySetting(fact, part.Finding.Act)));

    /// <summary>True if somebody is asked unless a setting of the program says otherwise.</summary>
    private bool IsAskedBySetting(Fact fact, Act act) => OwnFlags.LeftOutOf(fact) is var asked and not Guard.None && Rule.IsSilenced(fact.With(asked), act);

    /// <summary>The source as the message begins with it.</summary>
    public string SourceText
    {
        get
        {
            var origin = Source.Origin;
            var text = origin.Kind == FactKind.ToolInput ? $"Tool parameter '{origin.Name}'" : $"Model output of {origin.Name}";
            var others = Sources.Select(fact => (fact.Origin.Name, fact.Origin.Site)).Distinct().Count() - 1;
            return text + (origin.Inferred ? " (inferred)" : "") + (others > 0 ? $" (and {others} more)" : "");
        }
    }

    /// <summary>The weak check that was met, for the message.</summary>
    public string NearMiss => !IsLowered ? ""
        : Rule.IsLowered(First.Act) ? ", which cannot write"
        : IsAskedBySetting(Source, First.Act) ? " where a setting leaves the approval out"
        : Source.Guards.HasFlag(Guard.WeaklyConfined) ? " after a prefix check without a separator (weak confinement)"
        : Source.Guards.HasFlag(Guard.Derived) ? " after a test of its base type"
        : "";

    public string Target => First.Act.Display + (First.Act.Inferred ? " (inferred)" : "");
}
