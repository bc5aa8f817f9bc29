namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>A model call that a member makes, itself or through what it calls.</summary>
/// <param name="Output">The origin of what comes back.</param>
/// <param name="Asked">What went into it.</param>
/// <param name="Site">The call in this member.</param>
public sealed record ModelUse(Origin Output, FactSet Asked, SourceSpan Site)
{
    public bool SameAs(ModelUse other) => Output.Equals(other.Output) && Site == other.Site && Asked.SameAs(other.Asked);

    /// <summary>True if what came back from the other one went into this one.</summary>
    public bool IsFedBy(ModelUse other) => Asked.Facts.Any(fact => fact.Origin.Equals(other.Output));
}
