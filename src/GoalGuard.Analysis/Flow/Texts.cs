namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The constant parts of a text: a few alternatives, each with <see cref="Hole"/> where it is not constant. Empty: nothing known.
/// </summary>
public readonly struct Texts(ImmutableArray<string> alternatives)
{
    /// <summary>Stands for a part that is not constant.</summary>
    public const char Hole = '\uFFFC';

    private const int MaxAlternatives = 4;
    private const int MaxLength = 400;

    private static readonly string HoleText = Hole.ToString();
    private readonly ImmutableArray<string> _alternatives = alternatives;

    public static readonly Texts Unknown = new(ImmutableArray<string>.Empty);

    public ImmutableArray<string> Alternatives => _alternatives.IsDefault ? ImmutableArray<string>.Empty : _alternatives;

    public bool IsUnknown => Alternatives.IsEmpty;

    /// <summary>True if every alternative is known whole.</summary>
    public bool IsConstant => !IsUnknown && Alternatives.All(text => text.IndexOf(Hole) < 0);

    public static Texts Of(string text) => new(ImmutableArray.Create(Clip(text)));

    public bool Any(Func<string, bool> test) => Alternatives.Any(test);

    public bool All(Func<string, bool> test) => !IsUnknown && Alternatives.All(test);

    /// <summary>Either of the two.</summary>
    public Texts Join(Texts other)
    {
        if (SameAs(other))
        {
            return this;
        }

        var either = (IsUnknown ? ImmutableArray.Create(HoleText) : Alternatives)
            .Union(other.IsUnknown ? ImmutableArray.Create(HoleText) : other.Alternatives).ToImmutableArray();
        return either.Length > MaxAlternatives ? Unknown : new Texts(either);
    }

    /// <summary>This text followed by another.</summary>
    public Texts Then(Texts next)
    {
        if (IsUnknown && next.IsUnknown)
        {
            return Unknown;
        }

        var first = IsUnknown ? ImmutableArray.Create(HoleText) : Alternatives;
        var second = next.IsUnknown ? ImmutableArray.Create(HoleText) : next.Alternatives;
        if (first.Length * second.Length > MaxAlternatives)
        {
            return Unknown;
        }

        return new Texts((from a in first from b in second select Glue(a, b)).Distinct().ToImmutableArray());
    }

    private static string Glue(string first, string second) =>
        Clip(first.Length > 0 && second.Length > 0 && first[first.Length - 1] == Hole && second[0] == Hole
            ? first + second.Substring(1)
            : first + second);

    private static string Clip(string text) => text.Length <= MaxLength ? text : text.Substring(0, MaxLength) + Hole;

    public bool SameAs(Texts other) => _alternatives == other._alternatives || Alternatives.SequenceEqual(other.Alternatives);

    public override string ToString() => string.Join(" | ", Alternatives);
}
