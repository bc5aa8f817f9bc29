using GoalGuard.Analysis.Behaviour;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Arrays, tuples and collection expressions, as they are written out.</summary>
internal static class Collections
{
    public static Value Tuple(Frame frame, ITupleOperation tuple)
    {
        var result = new Value { Id = frame.Fresh(tuple) };
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            Members.Write(frame, result, "Item" + (i + 1), frame[tuple.Elements[i]]);
        }

        return result;
    }

    /// <summary>An object of an anonymous type: its members are told apart.</summary>
    public static Value Anonymous(Frame frame, IAnonymousObjectCreationOperation anonymous)
    {
        var result = new Value { Id = frame.Fresh(anonymous) };
        foreach (var initializer in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (initializer.Target is IPropertyReferenceOperation { Property: { } property })
            {
                Members.Write(frame, result, property.Name, frame[initializer.Value]);
            }
        }

        return result;
    }

    public static Value Array(Frame frame, IArrayCreationOperation array) =>
        Of(frame, array, array.Initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty);

    /// <summary>Roslyn before 4.14 has no operation for <c>[a, .. b]</c>; its children are there all the same.</summary>
    public static bool IsCollectionExpression(IOperation operation) =>
        operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax;

    public static Value Expression(Frame frame, IOperation operation)
    {
        var elements = operation.ChildOperations.ToImmutableArray();
        return BuiltCollections.Make(frame, operation, elements, () => Of(frame, operation, elements)) ?? Of(frame, operation, elements);
    }

    private static Value Of(Frame frame, IOperation operation, ImmutableArray<IOperation> elements)
    {
        var result = new Value
        {
            Id = frame.Fresh(operation),
            IsClosedSet = !elements.IsEmpty && elements.All(element => Unconverted(element).ConstantValue.HasValue),
        };
        foreach (var element in elements)
        {
            Members.Add(frame, result, Members.Element, frame[element]);
            Programs.AddLine(frame, result.Id!, frame[element]);
        }

        return result;
    }

    private static IOperation Unconverted(IOperation element) => element is IConversionOperation conversion ? conversion.Operand : element;
}
