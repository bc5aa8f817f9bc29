namespace GoalGuard.Analysis.Flow;

/// <summary>
/// Something known about a value: its origin, what was made sure of since, what it may have become, what it has to do with other facts, and the way it took. A guard holds
/// on every path, a trait or relation on one of them. The way is for people and no part of what is known.
/// </summary>
public sealed class Fact(Origin origin, Guard guards = Guard.None, Trace? trace = null, Traits traits = Traits.None, Relations? relations = null)
{
    public Origin Origin => origin;

    public Guard Guards => guards;

    public Trace? Trace => trace;

    public Traits Traits => traits;

    public Relations Relations => relations ?? Relations.None;

    public Fact With(Guard more) => (guards | more) == guards ? this : new Fact(origin, guards | more, trace, traits, relations);

    public Fact Without(Guard less) => (guards & less) == Guard.None ? this : new Fact(origin, guards & ~less, trace, traits, relations);

    public Fact As(Traits more) => (traits | more) == traits ? this : new Fact(origin, guards, trace, traits | more, relations);

    public Fact Relating(Relations others) => Relations.Join(others) is var joined && ReferenceEquals(joined, Relations) ? this : new Fact(origin, guards, trace, traits, joined);

    /// <summary>The same of an origin of which more is known.</summary>
    public Fact Of(Origin known) => ReferenceEquals(known, origin) ? this : new Fact(known, guards, trace, traits, relations);

    /// <summary>The same with other relations: those of a callee, as its caller knows them.</summary>
    public Fact Instead(Relations others) => ReferenceEquals(others, Relations) ? this : new Fact(origin, guards, trace, traits, others);

    /// <summary>A number or truth about the value that nobody stated: how long it is, whether there is one.</summary>
    public Fact AsMeasure() => traits == Traits.None ? this : new Fact(origin, guards, trace, Traits.None, relations);

    /// <summary>True for a possible score, grade or verdict.</summary>
    public bool IsJudgement => (traits & (Traits.Number | Traits.Truth | Traits.Grade)) != Traits.None || origin.Kind == FactKind.Choice;

    public Fact Via(FlowStep step) => new(origin, guards, Trace.Add(trace, step), traits, relations);

    /// <summary>The same of a member of the value; of what only a caller knows, the caller is asked for that member.</summary>
    public Fact Below(string member) =>
        origin.Below(member) is var below && ReferenceEquals(below, origin) ? this : new Fact(below, guards, trace, traits, relations);

    /// <summary>What both know: guards that both made sure of, traits and relations of either.</summary>
    public Fact Join(Fact other)
    {
        var common = guards & other.Guards;
        var either = traits | other.Traits;
        var joined = Relations.Join(other.Relations);
        return common == guards && either == traits && ReferenceEquals(joined, Relations) ? this : new Fact(origin, common, trace, either, joined);
    }

    /// <summary>True if the same is known; the way does not count.</summary>
    public bool SameAs(Fact other) =>
        ReferenceEquals(this, other)
        || (guards == other.Guards && traits == other.Traits && origin.Equals(other.Origin) && Relations.SameAs(other.Relations));

    public override string ToString() =>
        $"{origin.Kind}({origin.Name}{origin.Path}){(guards == Guard.None ? "" : "[" + guards + "]")}{(traits == Traits.None ? "" : "{" + traits + "}")}{Relations}";
}
