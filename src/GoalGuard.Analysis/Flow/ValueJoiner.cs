using GoalGuard.Analysis.Guards;

namespace GoalGuard.Analysis.Flow;

/// <summary>Joins two values where two paths meet. Booleans keep what either path made sure of: that is how <c>a &amp;&amp; b</c> in a variable still guards.</summary>
internal sealed class ValueJoiner(FlowState first, FlowState second, Func<object, Identity> meeting, Divergence divergence)
{
    public Value Join(Value a, Value b, object place)
    {
        if (a.SameAs(b))
        {
            return a;
        }

        return new Value
        {
            Facts = divergence.Join(a.Facts, b.Facts),
            Chosen = a.Chosen.Join(b.Chosen),
            Id = a.Id == b.Id ? a.Id : Meet(a.Id, b.Id, place),
            Texts = PathChecks.TextsOf(first, a).Join(PathChecks.TextsOf(second, b)),
            Constant = a.Constant == b.Constant ? a.Constant : null,
            Character = a.Character == b.Character ? a.Character : null,
            Outcome = JoinOutcomes(a, b),
            IsClosedSet = a.IsClosedSet && b.IsClosedSet,
            StandsFor = Same(a, b),
            IsHost = a.IsHost && b.IsHost,
            Parts = a.Parts is null && b.Parts is null ? null : PathParts.Either(PathParts.From(a), PathParts.From(b)),
            MayBeUnassigned = a.MayBeUnassigned || b.MayBeUnassigned,
            Targets = b.Targets.IsEmpty || a.Targets == b.Targets ? a.Targets : a.Targets.Union(b.Targets).ToImmutableArray(),
        };
    }

    /// <summary>What both stand for; one of them may be it.</summary>
    private static Identity? Same(Value a, Value b) =>
        a.StandsFor == b.StandsFor ? a.StandsFor
        : a.IsHost || b.IsHost ? null
        : a.StandsFor is null && a.Id == b.StandsFor ? b.StandsFor
        : b.StandsFor is null && b.Id == a.StandsFor ? a.StandsFor
        : null;

    /// <summary>How deep objects in objects are met; what lies deeper keeps the members of the first: each level costs as much as all members of an object.</summary>
    private const int MaxDepth = 1;

    /// <summary>A value that is one of two objects has the members of both, and so have the objects that it holds.</summary>
    private Identity Meet(Identity? a, Identity? b, object place, int depth = 0)
    {
        var met = meeting(place);
        TakeIn(met, a, first, depth);
        TakeIn(met, b, second, depth);
        return met;
    }

    private void TakeIn(Identity met, Identity? source, FlowState state, int depth)
    {
        if (source is null || source == met)
        {
            return;
        }

        foreach (var member in state.Members(source))
        {
            if (!first.Members(met).TryGetValue(member.Key, out var known))
            {
                first.SetMember(met, member.Key, FlowState.Partly(member.Value));
            }
            else if (Either(known, member.Value, Within(known.Id, member.Value.Id, state, met, member.Key, depth + 1)) is var either && !ReferenceEquals(either, known))
            {
                first.SetMember(met, member.Key, either);
            }
        }
    }

    /// <summary>What was known of a member of something met, with what one side knows; the same value where that is nothing new.</summary>
    private static Value Either(Value known, Value other, Identity? id)
    {
        var (facts, chosen, texts) = (known.Facts.Join(other.Facts), known.Chosen.Join(other.Chosen), known.Texts.Join(other.Texts));
        return id == known.Id && facts.Facts == known.Facts.Facts && ReferenceEquals(chosen, known.Chosen) && texts.SameAs(known.Texts)
            ? known
            : known with { Facts = facts, Chosen = chosen, Texts = texts, Id = id };
    }

    /// <summary>What a member of something met holds: one object or the other.</summary>
    private Identity? Within(Identity? known, Identity? other, FlowState of, Identity met, string member, int depth) =>
        known == other || other is null || depth > MaxDepth || of.Members(other).IsEmpty ? known
        : ReferenceEquals(of, second) ? Meet(known, other, (met, member), depth)
        : Joined(known, other, (met, member), depth);

    /// <summary>Both were known before.</summary>
    private Identity Joined(Identity? known, Identity other, object place, int depth)
    {
        Meet(known, null, place, depth);
        return Meet(other, null, place, depth);
    }

    private Outcome? JoinOutcomes(Value a, Value b)
    {
        if ((!a.IsBoolean && !b.IsBoolean) || (a.Constant is not null && a.Constant == b.Constant) || (a.IsMissing && b.IsMissing))
        {
            return null;
        }

        return new Outcome(
            Both(Never(a, true), a.Outcome?.WhenTrue, Never(b, true), b.Outcome?.WhenTrue),
            Both(Never(a, false), a.Outcome?.WhenFalse, Never(b, false), b.Outcome?.WhenFalse))
        {
            BypassedWhenTrue = Left(Never(a, true), a.Outcome?.WhenTrue, a.Outcome?.BypassedWhenTrue, Never(b, true), b.Outcome?.WhenTrue, b.Outcome?.BypassedWhenTrue),
            BypassedWhenFalse = Left(Never(a, false), a.Outcome?.WhenFalse, a.Outcome?.BypassedWhenFalse, Never(b, false), b.Outcome?.WhenFalse, b.Outcome?.BypassedWhenFalse),
        };
    }

    /// <summary>What holds on one way to an answer, and is left out on the other: <c>skip || IsInside(path)</c>.</summary>
    private ImmutableArray<Bypassed> Left(
        bool firstNever, ImmutableArray<Assurance>? ofFirst, ImmutableArray<Bypassed>? leftFirst, bool secondNever, ImmutableArray<Assurance>? ofSecond, ImmutableArray<Bypassed>? leftSecond)
    {
        // An answer that one way alone gives tells of all that was left out on that way.
        var known = (leftFirst ?? ImmutableArray<Bypassed>.Empty).Concat(leftSecond ?? ImmutableArray<Bypassed>.Empty)
            .Concat(firstNever == secondNever ? Enumerable.Empty<Bypassed>() : firstNever ? second.Bypassed : first.Bypassed);
        var lost = firstNever || secondNever
            ? Enumerable.Empty<Bypassed>()
            : divergence.Lost(ofFirst ?? ImmutableArray<Assurance>.Empty, ofSecond ?? ImmutableArray<Assurance>.Empty);
        return known.Concat(lost).Distinct().OrderBy(bypassed => bypassed.ToString(), StringComparer.Ordinal).ToImmutableArray();
    }

    private static bool Never(Value value, bool answer) => value.IsMissing || value.Constant == !answer;

    /// <summary>What holds on both ways to an answer; a way on which the answer never comes takes nothing away.</summary>
    private ImmutableArray<Assurance> Both(
        bool firstNever, ImmutableArray<Assurance>? ofFirst, bool secondNever, ImmutableArray<Assurance>? ofSecond)
    {
        var onFirst = (ofFirst ?? ImmutableArray<Assurance>.Empty).Union(first.Assured);
        var onSecond = (ofSecond ?? ImmutableArray<Assurance>.Empty).Union(second.Assured);
        var both = firstNever ? onSecond : secondNever ? onFirst : onFirst.Intersect(onSecond);
        return both.OrderBy(assurance => assurance.Of?.ToString(), StringComparer.Ordinal).ThenBy(assurance => assurance.Guard).ToImmutableArray();
    }
}
