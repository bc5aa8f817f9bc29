namespace GoalGuard.Analysis.Flow;

/// <summary>What a model's words may have become on the way.</summary>
[Flags]
public enum Traits
{
    None = 0,

    /// <summary>A number that was read out of them: a possible score. Their length or a distance between them is none.</summary>
    Number = 1 << 0,

    /// <summary>A yes or no that was read out of them, or a comparison of them: a possible verdict.</summary>
    Truth = 1 << 1,

    /// <summary>One of the names of an enum: a possible grade.</summary>
    Grade = 1 << 2,

    /// <summary>One of many: made in a loop, for each element, or an element of a collection that a model filled. A possible candidate.</summary>
    Many = 1 << 3,

    /// <summary>A tool that on some path a person is asked about before it runs.</summary>
    MayBeAsked = 1 << 4,

    /// <summary>A comparison of two scores: which of two is better.</summary>
    Contest = 1 << 5,

    /// <summary>A number, truth or grade that an answer states beside its words, and that says something else than how good they are: when, how many, which.</summary>
    Data = 1 << 6,
}
