namespace GoalGuard.Analysis.Sketches;

/// <summary>A set of the inputs of one sketch, by position. Beyond <see cref="Capacity"/> they share the last place.</summary>
internal readonly struct InputSet(ulong a, ulong b, ulong c, ulong d) : IEquatable<InputSet>
{
    public const int Capacity = 256;

    public static readonly InputSet Empty;

    private readonly ulong _a = a;
    private readonly ulong _b = b;
    private readonly ulong _c = c;
    private readonly ulong _d = d;

    public bool IsEmpty => (_a | _b | _c | _d) == 0;

    public static InputSet Of(int input)
    {
        var place = Math.Min(input, Capacity - 1);
        var bit = 1UL << (place & 63);
        return (place >> 6) switch
        {
            0 => new InputSet(bit, 0, 0, 0),
            1 => new InputSet(0, bit, 0, 0),
            2 => new InputSet(0, 0, bit, 0),
            _ => new InputSet(0, 0, 0, bit),
        };
    }

    public bool Meets(InputSet other) => ((_a & other._a) | (_b & other._b) | (_c & other._c) | (_d & other._d)) != 0;

    public bool Holds(InputSet other) => (~_a & other._a) == 0 && (~_b & other._b) == 0 && (~_c & other._c) == 0 && (~_d & other._d) == 0;

    public bool Equals(InputSet other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    public override bool Equals(object? other) => other is InputSet set && Equals(set);

    public override int GetHashCode() => (_a ^ (_b * 31) ^ (_c * 961) ^ (_d * 29791)).GetHashCode();

    public static InputSet operator |(InputSet x, InputSet y) => new(x._a | y._a, x._b | y._b, x._c | y._c, x._d | y._d);
}
