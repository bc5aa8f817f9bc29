namespace GoalGuard.Analysis.Flow;

/// <summary>
/// The facts of one value, in the order they were met, one per origin. Joining takes all facts of both sides; of a fact that both
/// know, only the guards that both sides made sure of. More than <see cref="MaxOrigins"/> origins are not told apart: the rest of each kind is one fact.
/// </summary>
public readonly struct FactSet(ImmutableArray<Fact> facts)
{
    public const int MaxOrigins = 8;

    /// <summary>Tools of one value that are told apart: each is rated by itself.</summary>
    public const int MaxTools = 32;

    public static readonly FactSet Empty = new(ImmutableArray<Fact>.Empty);

    private readonly ImmutableArray<Fact> _facts = facts;

    public ImmutableArray<Fact> Facts => _facts.IsDefault ? ImmutableArray<Fact>.Empty : _facts;

    public bool IsEmpty => Facts.IsEmpty;

    /// <summary>True if a model had a hand in the value.</summary>
    public bool HasConcrete => Facts.Any(fact => fact.Origin.IsConcrete);

    /// <summary>True if a model, or a server that lists tools, had a hand in it: who may choose does not choose among its own.</summary>
    public bool IsOfOthers => HasConcrete || Has(FactKind.RemoteTools);

    public static FactSet Of(Fact fact) => new(ImmutableArray.Create(fact));

    /// <summary>True if there is anything to follow: more than that it came from a caller.</summary>
    public bool IsWorthFollowing => Facts.Any(fact => fact.Origin.Kind is not (FactKind.Outside or FactKind.Choice));

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
                var joined = facts[i].Join(fact);
                return ReferenceEquals(joined, facts[i]) ? facts : facts.SetItem(i, joined);
            }
        }

        return HasRoom(facts, fact.Origin.Kind == FactKind.Tool) ? facts.Add(fact) : AddToRest(facts, fact);
    }

    /// <summary>Tools take no room from what else is told apart: a model is often given both its history and a dozen of them.</summary>
    private static bool HasRoom(ImmutableArray<Fact> facts, bool isTool) =>
        facts.Length < MaxOrigins || facts.Count(fact => fact.Origin.Kind == FactKind.Tool == isTool) < (isTool ? MaxTools : MaxOrigins);

    /// <summary>Beyond the limit, one fact of each kind stands for all further ones.</summary>
    private static ImmutableArray<Fact> AddToRest(ImmutableArray<Fact> facts, Fact fact)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].Origin is { IsAny: true } rest && rest.Kind == fact.Origin.Kind)
            {
                var joined = facts[i].Join(fact);
                return ReferenceEquals(joined, facts[i]) ? facts : facts.SetItem(i, joined);
            }
        }

        return facts.Add(new Fact(fact.Origin with { IsAny = true }, fact.Guards, fact.Trace, fact.Traits, fact.Relations));
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

    public FactSet As(Traits traits) => traits == Traits.None || Facts.All(fact => (fact.Traits & traits) == traits) ? this : Map(fact => fact.As(traits));

    public FactSet Relating(Relations relations) => IsEmpty || relations.IsNone ? this : Map(fact => fact.Relating(relations));

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
            if (!Facts[i].SameAs(other.Facts[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => string.Join(", ", Facts);
}
