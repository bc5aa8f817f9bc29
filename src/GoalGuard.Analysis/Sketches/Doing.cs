namespace GoalGuard.Analysis.Sketches;

/// <summary>What else a member does, as far as its operations show without following anything.</summary>
[Flags]
internal enum Doing : byte
{
    None = 0,

    /// <summary>Finds an element by something.</summary>
    Picks = 1 << 0,

    /// <summary>Acts, by a name alone.</summary>
    Performs = 1 << 1,

    /// <summary>May make an agent of a library.</summary>
    MakesAgent = 1 << 2,

    /// <summary>May do so in each round of a loop.</summary>
    MakesAgents = 1 << 3,
}
