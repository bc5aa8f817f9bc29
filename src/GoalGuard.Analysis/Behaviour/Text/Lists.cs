using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// Several texts in a row: arrays, lists that are filled bit by bit, queries over them. Their elements stand one behind the other, each with a boundary before it,
/// until they are joined.
/// </summary>
internal static class Lists
{
    public static bool IsList(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: "List" or "IList" or "ICollection" or "Collection" or "HashSet" or "Queue" or "Builder", TypeArguments: { Length: 1 } arguments,
    } && Types.IsString(arguments[0]) && type.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);

    /// <summary>A text as an element of a list.</summary>
    public static AssembledText Element(AssembledText text, IOperation element) =>
        AssembledText.Of(new Placeholder(SourceSpan.Of(element.Syntax), null)).Then(text);

    /// <summary>The elements of an array or collection expression, or those that a <c>params</c> parameter takes; null for anything else.</summary>
    public static IEnumerable<IOperation>? Written(IOperation operation)
    {
        var isPacked = operation is IArgumentOperation { ArgumentKind: not (ArgumentKind.Explicit or ArgumentKind.DefaultValue) };
        return Variables.Below(operation) switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            var plain when isPacked || Collections.IsCollectionExpression(plain) => plain.ChildOperations,
            _ => null,
        };
    }

    public static AssembledText Of(Walk walk, IEnumerable<IOperation> elements) =>
        elements.Aggregate(AssembledText.Empty, (text, element) => text.Then(Of(walk, Spread(element), element)));

    private static AssembledText Of(Walk walk, IOperation? spread, IOperation element) => spread is null
        ? Element(Expressions.Of(walk, element), element)
        : Sequence(Expressions.Of(walk, spread), spread);

    private static IOperation? Spread(IOperation element) =>
        element.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.SpreadElementSyntax ? element.ChildOperations.FirstOrDefault() ?? element : null;

    /// <summary>All elements of what is no list in sight: any number of unknown ones.</summary>
    public static AssembledText Sequence(AssembledText text, IOperation expression) => IsSequence(text) || text.IsEmpty
        ? text
        : AssembledText.Of(new Repeated(SourceSpan.Of(expression.Syntax), Element(text, expression)));

    public static bool IsSequence(AssembledText text) => text.All.Any(fragment => fragment is Placeholder);

    /// <summary>What an element may be, if all are known.</summary>
    public static AssembledText? AnyOf(AssembledText list)
    {
        if (list.IsEmpty || list.Fragments[0] is not Placeholder || !list.Fragments.All(fragment => fragment is Literal or Placeholder { IsBoundary: true }))
        {
            return null;
        }

        var elements = new List<AssembledText>();
        foreach (var fragment in list.Fragments)
        {
            if (fragment is Placeholder)
            {
                elements.Add(AssembledText.Empty);
            }
            else
            {
                elements[elements.Count - 1] = elements[elements.Count - 1].Then(AssembledText.Of(fragment));
            }
        }

        return Alternatives.Of(elements);
    }

    /// <summary>The values among these arguments as one list.</summary>
    public static AssembledText Values(Walk walk, IEnumerable<IArgumentOperation> arguments) => arguments.Aggregate(
        AssembledText.Empty,
        (text, argument) => text.Then(Written(argument) is { } elements ? Of(walk, elements)
            : Types.IsCollection(Variables.Below(argument).Type) ? Sequence(Expressions.Of(walk, argument), argument)
            : Element(Expressions.Of(walk, argument), argument)));

    /// <summary><c>Join(separator, values)</c>.</summary>
    public static AssembledText Joined(Walk walk, IInvocationOperation call)
    {
        var separator = Expressions.Of(walk, call.Arguments[0].Value);
        return Together(Values(walk, call.Arguments.Skip(1)), separator);
    }

    /// <summary>The elements with a separator between them.</summary>
    public static AssembledText Together(AssembledText list, AssembledText separator)
    {
        var elements = list.Fragments;
        if (!elements.IsEmpty && elements[0] is Placeholder { IsBoundary: true })
        {
            elements = elements.RemoveAt(0);
        }

        return AssembledText.Of(elements).Map(fragment => fragment is Placeholder { IsBoundary: true } ? separator : AssembledText.Of(fragment));
    }

    /// <summary>What the list holds after the call; null for a member that does not change it.</summary>
    public static AssembledText? After(Walk walk, IInvocationOperation call, AssembledText held)
    {
        switch (call.TargetMethod.Name)
        {
            case "Add" or "Enqueue" when call.Arguments.Length == 1:
                return held.Then(Element(Expressions.Of(walk, call.Arguments[0].Value), call.Arguments[0]));
            case "AddRange" when call.Arguments.Length == 1:
                return held.Then(Values(walk, call.Arguments));
            case "Insert" when call.Arguments.Length == 2:
                var element = Element(Expressions.Of(walk, call.Arguments[1].Value), call.Arguments[1]);
                return call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: 0 } ? element.Then(held) : held.Then(element);
            case "Clear":
                return AssembledText.Empty;
            default:
                return null;
        }
    }
}
