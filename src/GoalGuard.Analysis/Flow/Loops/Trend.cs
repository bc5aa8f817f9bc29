namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>How a value changes from one round to the next.</summary>
internal enum Motion
{
    Still,
    Up,
    Down,
    Unknown,
}

/// <summary>How an expression changes from one round to the next, what moves in it, and what spoils it.</summary>
/// <param name="Motion">Where it goes.</param>
/// <param name="Kind">What kind of bound it can be part of.</param>
/// <param name="Variable">The variable that moves.</param>
/// <param name="Spoiled">Why it is <see cref="Motion.Unknown"/>, where it nearly is not.</param>
internal readonly record struct Trend(Motion Motion, BoundKind Kind = BoundKind.Counter, ISymbol? Variable = null, NearMissReason? Spoiled = null)
{
    public static readonly Trend Still = new(Motion.Still);

    public static readonly Trend Unknown = new(Motion.Unknown);

    public Trend Reversed() => this with { Motion = Motion switch { Motion.Up => Motion.Down, Motion.Down => Motion.Up, var same => same } };

    /// <summary>The trend of a sum.</summary>
    public Trend Plus(Trend other)
    {
        if (other.Motion == Motion.Still)
        {
            return this;
        }

        if (Motion == Motion.Still || Motion == other.Motion)
        {
            return other;
        }

        var moving = Variable is null ? other : this;
        return moving with { Motion = Motion.Unknown, Spoiled = Spoiled ?? other.Spoiled ?? (IsMoving && other.IsMoving ? NearMissReason.LimitMoves : null) };
    }

    public bool IsMoving => Motion is Motion.Up or Motion.Down;
}
