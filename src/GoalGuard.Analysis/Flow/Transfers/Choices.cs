using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Picks;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>What is assigned under a condition on a score or verdict was chosen by it.</summary>
internal static class Choices
{
    /// <param name="frame">Where it is assigned.</param>
    /// <param name="value">What is assigned.</param>
    /// <param name="source">The operation that says so.</param>
    /// <param name="target">What it is assigned to; null for what is returned or only waits to be used.</param>
    /// <param name="leaves">True for what is returned.</param>
    public static Value Assigned(Frame frame, Value value, IOperation source, IOperation? target = null, bool leaves = false)
    {
        var chosen = frame.Method.Decisions.At(frame.Graph, frame.Block);
        var picked = Picked.Under(frame, source);
        value = picked.IsNone ? value : Picked.Known(frame, value with { Chosen = value.Chosen.Join(picked) });
        if (chosen.IsNone && value.Chosen.IsNone)
        {
            return value;
        }

        var before = value.Chosen;
        if ((target is not null || leaves) && Round.Around(frame, source.Syntax, leaves) is { } round && (leaves || round.IsOutlivedBy(target!))
            && !round.Makes(frame.Deep(value)))
        {
            chosen = chosen.Map(choice => round.Decides(choice) ? choice with { OfSeveral = true } : choice);
            before = before.Map(choice => round.Decides(choice) ? choice with { OfSeveral = true } : choice);
        }

        var kept = ReferenceEquals(before, value.Chosen) ? value : value with { Chosen = before };
        Winners.Kept(frame, source, ReferenceEquals(before, value.Chosen) ? chosen : chosen.Join(before), kept);
        return chosen.IsNone ? kept : By(frame, kept, source, chosen);
    }

    /// <summary>How it was chosen that something is done here: a comparison of scores, or the first that was good enough, with which the rounds end.</summary>
    public static Relations Deciding(Frame frame, SourceSpan at)
    {
        var chosen = frame.Method.Decisions.At(frame.Graph, frame.Block);
        return chosen.IsNone || !frame.Method.Decisions.LeavesLoop(frame.Graph, frame.Block!) ? chosen : chosen.Map(choice => choice.Kind == ChoiceKind.Selected ? choice with { OfSeveral = true } : choice);
    }

    /// <summary>The value, chosen in this way. Of what the program wrote, only what can stand for something else tells of it: an index, a flag, a name.</summary>
    public static Value By(Frame frame, Value value, IOperation source, Relations chosen)
    {
        if (value.Facts.IsEmpty && (StandsForSomething(source) || (chosen.Choices.Any(choice => choice.OfSeveral) && IsSomething(source) && frame.State.Members(value.Id).IsEmpty)))
        {
            return value with { Id = value.Id ?? frame.Fresh(source, "chosen"), Facts = Of(chosen) };
        }

        return value.Facts.IsEmpty && value.Targets.IsEmpty && frame.State.Members(value.Id).IsEmpty ? value : value with { Chosen = value.Chosen.Join(chosen) };
    }

    /// <summary>One of several of which nothing is known but that a score chose it: a name or an object of the program's own.</summary>
    public static Value Own(Frame frame, Value value, IOperation operation, Relations chosen) =>
        chosen.Choices.Any(choice => choice.OfSeveral) && frame.Deep(value).IsEmpty ? value with { Id = value.Id ?? frame.Fresh(operation, "chosen"), Facts = Of(chosen) } : value;

    /// <summary>What belongs to something that was chosen was chosen with it. Of one of several, what the program itself wrote there tells of the choice.</summary>
    public static Value Part(Value part, Value whole) =>
        whole.Chosen.IsNone ? part
        : part with { Chosen = part.Chosen.Join(whole.Chosen), Facts = part.Facts.IsEmpty && whole.Chosen.Choices.Any(choice => choice.OfSeveral) ? Of(whole.Chosen) : part.Facts };

    private static bool IsSomething(IOperation source) => source is not IDefaultValueOperation && source.ConstantValue is not { HasValue: true, Value: null };

    /// <summary>A number, a truth, a grade, a text that the program wrote; not nothing at all.</summary>
    private static bool StandsForSomething(IOperation source) =>
        source.ConstantValue.HasValue ? source.ConstantValue.Value is not null : source is not IDefaultValueOperation && Types.CarriesNoText(source.Type);

    /// <summary>An element that stands where a chosen index points was chosen the same way.</summary>
    private static Relations By(FactSet index) =>
        index.Facts.Where(fact => fact.Origin.Kind == FactKind.Choice).Aggregate(Relations.None, (all, fact) => all.Join(fact.Relations));

    /// <summary>One of what a score has put in order, or let through, is taken: now it is chosen. Without a site of its own, where the order was made.</summary>
    public static Relations Taken(Relations relations, SourceSpan? site = null) => Relations.Of(relations.Choices
        .Where(choice => choice.Kind == ChoiceKind.Ordered || (choice.Kind == ChoiceKind.Gated && !choice.OfSeveral && (choice.By.Traits & Traits.Number) != Traits.None))
        .Select(choice => choice with { Kind = ChoiceKind.Selected, Site = site ?? choice.Site, OfSeveral = true }));

    /// <summary>What is read out of a collection at these places.</summary>
    public static Value Element(Frame frame, Value element, IOperation operation, IEnumerable<IOperation> places)
    {
        var chosen = Relations.None;
        foreach (var place in places)
        {
            chosen = chosen.Join(By(frame.FactsOf(frame[place]))).Join(Picked.By(frame, frame[place], operation));
            chosen = IsConstant(place) ? chosen.Join(Taken(Chosen(element))) : chosen;
        }

        if (chosen.IsNone)
        {
            return element;
        }

        Winners.Pointed(frame, operation, chosen, element);
        return Picked.Known(frame, Own(frame, element with { Chosen = element.Chosen.Join(chosen) }, operation, chosen));
    }

    private static Relations Chosen(Value element) =>
        element.Facts.Facts.Aggregate(element.Chosen, (all, fact) => all.Join(Relations.Of(fact.Relations.Choices)));

    /// <summary><c>[0]</c> or <c>[^1]</c>.</summary>
    private static bool IsConstant(IOperation place) => place switch
    {
        IArgumentOperation argument => IsConstant(argument.Value),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => IsConstant(fromEnd.Operand),
        _ => place.ConstantValue.HasValue,
    };

    /// <summary>What is known of something of the program's own that was chosen.</summary>
    public static FactSet Of(Relations chosen) => FactSet.Of(new Fact(new Origin(FactKind.Choice, "chosen", chosen.Choices[0].Site), Guard.NotText, null, Traits.None, chosen));
}
