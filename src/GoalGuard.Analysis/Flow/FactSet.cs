namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The facts of one value, in the order they were met, one per origin. Joining takes all facts of both sides; of a fact that both
/// know, only the guards that both sides made sure of. More than <see cref="MaxOrigins"/> origins are not told apart.
/// </summary>
public readonly struct FactSet(ImmutableArray<Fact> facts)
{
    public const int MaxOrigins = 8;

    public static readonly FactSet Empty = new(ImmutableArray<Fact>.Empty);

    private readonly ImmutableArray<Fact> _facts = facts;

    public ImmutableArray<Fact> Facts => _facts.IsDefault ? ImmutableArray<Fact>.Empty : _facts;

    public bool IsEmpty => Facts.IsEmpty;

    /// <summary>True if a model had a hand in the value.</summary>
    public bool HasConcrete => Facts.Any(fact => fact.Origin.IsConcrete);

    public static FactSet Of(Fact fact) => new(ImmutableArray.Create(fact));

    /// <summary>True if there is anything to follow: more than that it came from a caller.</summary>
    public bool IsWorthFollowing => Facts.Any(fact => fact.Origin.Kind != FactKind.Outside);

    public bool Has(FactKind kind) => Facts.Any(fact => fact.Origin.Kind == kind);

    /// <summary>The guards that every fact has; none for an empty set.</summary>
    public Guard CommonGuards => IsEmpty ? Guard.None : Facts.Aggregate((Guard)~0, (guards, fact) => guards & fact.Guards);

    public FactSet Join(FactSet other)
    {
        if (other.IsEmpty || _facts == other._facts)
        {
            return this;
        }

        if (IsEmpty)
        {
            return other;
        }

        var result = Facts;
        foreach (var fact in other.Facts)
        {
            result = Add(result, fact);
        }

        return result == Facts ? this : new FactSet(result);
    }

    private static ImmutableArray<Fact> Add(ImmutableArray<Fact> facts, Fact fact)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            // What a file holds and what chose its path may have one origin and are two facts all the same.
            if (facts[i].Origin.Equals(fact.Origin) && ((facts[i].Guards ^ fact.Guards) & Guard.Stored) == 0)
            {
                var common = facts[i].Guards & fact.Guards;
                return common == facts[i].Guards ? facts : facts.SetItem(i, new Fact(fact.Origin, common, facts[i].Trace));
            }
        }

        return facts.Length >= MaxOrigins ? facts : facts.Add(fact);
    }

    public FactSet With(Guard guards)
    {
        if (guards == Guard.None || IsEmpty)
        {
            return this;
        }

        foreach (var fact in Facts)
        {
            if ((fact.Guards | guards) != fact.Guards)
            {
                return Map(each => each.With(guards));
            }
        }

        return this;
    }

    public FactSet Via(FlowStep step) => IsEmpty ? this : Map(fact => fact.Via(step));

    public FactSet Map(Func<Fact, Fact> change) => new(ImmutableArray.CreateRange(Facts, change));

    public FactSet Where(Func<Fact, bool> keep) => Facts.All(keep) ? this : new FactSet(Facts.Where(keep).ToImmutableArray());

    /// <summary>Same origins with the same guards; traces do not count.</summary>
    public bool SameAs(FactSet other)
    {
        if (_facts == other._facts)
        {
            return true;
        }

        if (Facts.Length != other.Facts.Length)
        {
            return false;
        }

        for (var i = 0; i < Facts.Length; i++)
        {
            if (Facts[i].Guards != other.Facts[i].Guards || !Facts[i].Origin.Equals(other.Facts[i].Origin))
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => string.Join(", ", Facts);
}
