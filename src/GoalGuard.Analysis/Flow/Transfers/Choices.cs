using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>What is assigned under a condition on a score or verdict was chosen by it.</summary>
internal static class Choices
{
    public static Value Assigned(Frame frame, Value value, IOperation source)
    {
        var chosen = frame.Method.Decisions.At(frame.Graph, frame.Block);
        return ReferenceEquals(chosen, Relations.None) ? value : By(frame, value, source, chosen);
    }

    /// <summary>The value, chosen in this way. Of what the program wrote, only what can stand for something else tells of it: an index, a flag, a name.</summary>
    public static Value By(Frame frame, Value value, IOperation source, Relations chosen)
    {
        if (value.Facts.IsEmpty && StandsForSomething(source))
        {
            return value with { Id = value.Id ?? frame.Fresh(source, "chosen"), Facts = Of(chosen) };
        }

        return value.Facts.IsEmpty && value.Targets.IsEmpty && frame.State.Members(value.Id).IsEmpty ? value : value with { Chosen = value.Chosen.Join(chosen) };
    }

    /// <summary>A number, a truth, a grade, a text that the program wrote; not nothing at all.</summary>
    private static bool StandsForSomething(IOperation source) =>
        source.ConstantValue.HasValue ? source.ConstantValue.Value is not null : source is not IDefaultValueOperation && Types.CarriesNoText(source.Type);

    /// <summary>An element that stands where a chosen index points was chosen the same way.</summary>
    private static Relations By(FactSet index) =>
        index.Facts.Where(fact => fact.Origin.Kind == FactKind.Choice).Aggregate(Relations.None, (all, fact) => all.Join(fact.Relations));

    /// <summary>One of what a score has put in order, or let through, is taken: now it is chosen.</summary>
    public static Relations Taken(Relations relations, SourceSpan site) => Relations.Of(relations.Choices
        .Where(choice => choice.Kind == ChoiceKind.Ordered || (choice.Kind == ChoiceKind.Gated && (choice.By.Traits & Traits.Number) != Traits.None))
        .Select(choice => choice with { Kind = ChoiceKind.Selected, Site = site }));

    /// <summary>What is read out of a collection at these places.</summary>
    public static Value Element(Frame frame, Value element, IOperation operation, IEnumerable<IOperation> places)
    {
        var chosen = element.Chosen;
        foreach (var place in places)
        {
            chosen = chosen.Join(By(frame.FactsOf(frame[place])));
            chosen = IsConstant(place) ? chosen.Join(Taken(Chosen(element), SourceSpan.Of(operation.Syntax))) : chosen;
        }

        return ReferenceEquals(chosen, element.Chosen) ? element : element with { Chosen = chosen };
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

    private static FactSet Of(Relations chosen) => FactSet.Of(new Fact(new Origin(FactKind.Choice, "chosen", chosen.Choices[0].Site), Guard.NotText, null, Traits.None, chosen));
}
