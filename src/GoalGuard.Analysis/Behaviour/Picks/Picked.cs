using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Flow.Transfers;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Picks;

/// <summary>Elements that were found by what a model said: at the place that it gave, under the name that it gave, the first that it named.</summary>
internal static class Picked
{
    /// <summary>What is found by a key.</summary>
    public static Relations By(Frame frame, Value key, IOperation read) =>
        key.Facts.IsEmpty || !frame.Method.MayPick || frame[Collection(read)].IsClosedSet ? Relations.None : Relations.PickedBy(frame.FactsOf(key), SourceSpan.Of(read.Syntax));

    /// <summary>What an element is taken out of.</summary>
    public static IOperation Collection(IOperation read) => read switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference,
        IPropertyReferenceOperation { Instance: { } instance, Arguments.IsEmpty: false } => instance,
        IInvocationOperation { Instance: { } instance } => instance,
        IInvocationOperation { Arguments: { IsEmpty: false } arguments } => arguments[0].Value,
        _ => read,
    };

    /// <summary>What is found by a predicate that compares each element with something else.</summary>
    public static Relations ByPredicate(Frame frame, Call call, Place place, Value answer) =>
        frame.Method.MayPick && !frame[Collection(call.Operation)].IsClosedSet && frame.Deep(answer) is { IsEmpty: false } facts && Pointing.IsPredicate(frame, call, place)
            ? Relations.PickedBy(facts, SourceSpan.Of(call.Operation.Syntax))
            : Relations.None;

    /// <summary>What is taken out of a loop in the branch whose condition compares it with something else.</summary>
    public static Relations Under(Frame frame, IOperation? element)
    {
        var relations = Relations.None;
        if (element is null || frame.Block is null || !frame.Method.MayPick || !frame.Method.Decisions.AsksModel(frame.Graph) || Pointing.Element(element) is not var (symbol, collection))
        {
            return relations;
        }

        foreach (var (condition, facts) in frame.Method.Decisions.AskedFor(frame.Graph, frame.Block))
        {
            relations = Pointing.IsAt(condition, symbol) ? relations.Join(Relations.PickedBy(facts, SourceSpan.Of(collection))) : relations;
        }

        return relations;
    }

    /// <summary>The value; of which nothing else is known, that it was picked.</summary>
    public static Value Known(Frame frame, Value value)
    {
        if (value.Chosen.Of(ChoiceKind.Picked).FirstOrDefault() is not { } pick)
        {
            return value;
        }

        frame.Method.HasPicked = true;
        return !value.Facts.IsEmpty ? value
            : value with { Id = value.Id ?? frame.Method.Intern((pick.Site, "picked"), "picked"), Facts = Choices.Of(value.Chosen) };
    }

    /// <summary>
    /// How what a call is handed was picked; what it is wrapped in for the call counts. What merely holds something that was picked, a conversation or a session, was not.
    /// </summary>
    public static IEnumerable<Choice> In(Frame frame, IOperation input, Value value) => value.Chosen.Of(ChoiceKind.Picked)
        .Concat((Symbols.Plain(input) is IObjectCreationOperation or IAnonymousObjectCreationOperation ? frame.Deep(value) : frame.FactsOf(value))
            .Facts.SelectMany(fact => fact.Relations.Of(ChoiceKind.Picked))).Distinct();
}
