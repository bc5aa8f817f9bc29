namespace GoalGuard.Analysis.Flow;

/// <summary>
/// Which object or text a value is, as far as one method can tell: its creating expression, a parameter, or a meeting of paths.
/// Copies share it, so that a check of one copy holds for the other. Compared by reference.
/// </summary>
public sealed class Identity(string name)
{
    public override string ToString() => name;
}

/// <summary>A guard that holds for a value, or for everything that happens (<see cref="Of"/> null: an approval).</summary>
public readonly record struct Assurance(Guard Guard, Identity? Of);

/// <summary>What is made sure of when a boolean is true, and when it is false.</summary>
public sealed class Outcome(ImmutableArray<Assurance> whenTrue, ImmutableArray<Assurance> whenFalse)
{
    /// <summary>What is made sure of when it is true, unless another value leaves it out.</summary>
    public ImmutableArray<Bypassed> BypassedWhenTrue { get; init; } = ImmutableArray<Bypassed>.Empty;

    /// <summary>The same when it is false.</summary>
    public ImmutableArray<Bypassed> BypassedWhenFalse { get; init; } = ImmutableArray<Bypassed>.Empty;

    public ImmutableArray<Assurance> WhenTrue => whenTrue;

    public ImmutableArray<Assurance> WhenFalse => whenFalse;

    public static Outcome True(params Assurance[] assurances) => new(ImmutableArray.Create(assurances), ImmutableArray<Assurance>.Empty);

    public static Outcome False(params Assurance[] assurances) => new(ImmutableArray<Assurance>.Empty, ImmutableArray.Create(assurances));

    public Outcome Not() => new(whenFalse, whenTrue) { BypassedWhenTrue = BypassedWhenFalse, BypassedWhenFalse = BypassedWhenTrue };

    public bool SameAs(Outcome? other) =>
        other is not null && whenTrue.SequenceEqual(other.WhenTrue) && whenFalse.SequenceEqual(other.WhenFalse)
        && BypassedWhenTrue.SequenceEqual(other.BypassedWhenTrue) && BypassedWhenFalse.SequenceEqual(other.BypassedWhenFalse);
}
