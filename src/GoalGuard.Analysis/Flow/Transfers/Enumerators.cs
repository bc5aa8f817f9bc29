using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>What <c>foreach</c> is made of: an enumerator stands for its collection, and its current element is one of the elements.</summary>
internal static class Enumerators
{
    public static Value? Begin(Frame frame, Call call)
    {
        if (call.Method.Name is not ("GetEnumerator" or "GetAsyncEnumerator") || call.Instance is not { Type: { } type } instance
            || !Types.IsCollection(type) || frame.Engine.Members.HasBody(call.Method))
        {
            return null;
        }

        return IsOfPairs(call.Method) ? Pairs(frame, call, frame[instance]) : frame[instance];
    }

    public static Value? Current(Frame frame, IPropertyReferenceOperation reference) =>
        reference is { Property: { Name: "Current", DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } enumerator } && IsEnumerator(reference.Property.ContainingType)
            ? Members.ReadElement(frame, reference, enumerator, Array.Empty<IOperation>())
            : null;

    private static bool IsEnumerator(INamedTypeSymbol type) =>
        type.Name.EndsWith("Enumerator", StringComparison.Ordinal)
        && (type.TypeKind == TypeKind.Interface || type.AllInterfaces.Any(each => each.Name is "IEnumerator" or "IAsyncEnumerator") || type.IsRefLikeType);

    private static bool IsOfPairs(IMethodSymbol method) => method.ReturnType.GetMembers("Current").OfType<IPropertySymbol>()
        .Concat(method.ReturnType.AllInterfaces.SelectMany(each => each.GetMembers("Current").OfType<IPropertySymbol>()))
        .Any(current => current.Type is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 });

    /// <summary>An element of a dictionary that a library goes through; null for other collections.</summary>
    public static Value? Pair(Frame frame, Call call, Place place) =>
        place is { Root: PlaceRoot.Argument, Argument: { } name, Steps: { Length: 1 } steps } && steps[0].Kind == PlaceStepKind.Element
        && call.Argument(name) is { } argument && frame[argument] is { } dictionary && frame.State.Members(dictionary.Id).ContainsKey(Members.Keys)
        && argument.Parameter?.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } elements } && elements[0].Name == "KeyValuePair"
            ? Pair(frame, call, dictionary)
            : null;

    /// <summary>A dictionary keeps keys and values apart; each pair holds one of both.</summary>
    private static Value Pair(Frame frame, Call call, Value dictionary)
    {
        var held = Members.Of(frame, dictionary, Members.Element);
        var ordered = held.Facts.Facts.Aggregate(held.Chosen, (all, fact) => all.Join(Relations.Of(fact.Relations.Choices)));
        var pair = new Value { Id = frame.Fresh(call.Operation, "pair"), Facts = frame.FactsOf(dictionary), Chosen = dictionary.Chosen.Join(ordered) };
        Members.Write(frame, pair, "Value", held);
        Members.Write(frame, pair, "Key", Members.Of(frame, Members.Of(frame, dictionary, Members.Keys), Members.Element));
        return pair;
    }

    private static Value Pairs(Frame frame, Call call, Value dictionary)
    {
        var pair = Pair(frame, call, dictionary);
        var pairs = new Value { Id = frame.Fresh(call.Operation), Facts = pair.Facts, Chosen = dictionary.Chosen };
        Members.Write(frame, pairs, Members.Element, pair);
        return pairs;
    }
}
