using GoalGuard.Analysis.Guards;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Patterns bind variables to parts of a value, and constants in them compare it.</summary>
internal static class Patterns
{
    public static Value Apply(Frame frame, IIsPatternOperation operation)
    {
        var value = frame[operation.Value];
        Bind(frame, operation.Pattern, value);
        return new Value { Id = frame.Fresh(operation), Outcome = OutcomeOf(frame, operation.Pattern, value) };
    }

    private static void Bind(Frame frame, IPatternOperation pattern, Value value)
    {
        var open = new Stack<(IOperation Pattern, Value Value)>();
        open.Push((pattern, value));
        while (open.Count > 0)
        {
            var (at, of) = open.Pop();
            switch (at)
            {
                case IDeclarationPatternOperation declaration:
                    Declare(frame, declaration.DeclaredSymbol, of);
                    break;
                case IRecursivePatternOperation recursive:
                    Declare(frame, recursive.DeclaredSymbol, of);
                    foreach (var property in recursive.PropertySubpatterns)
                    {
                        open.Push((property.Pattern, Part(frame, property.Member, of)));
                    }

                    for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                    {
                        open.Push((recursive.DeconstructionSubpatterns[i], PrimaryConstructors.Part(frame, recursive.DeconstructSymbol as IMethodSymbol, of, i)));
                    }

                    break;
                case IListPatternOperation list:
                    Declare(frame, list.DeclaredSymbol, of);
                    foreach (var element in list.Patterns)
                    {
                        open.Push((element, Members.Of(frame, of, Members.Element)));
                    }

                    break;
                case ISlicePatternOperation { Pattern: { } slice }:
                    open.Push((slice, of));
                    break;
                case IBinaryPatternOperation or INegatedPatternOperation:
                    foreach (var child in at.ChildOperations)
                    {
                        open.Push((child, of));
                    }

                    break;
            }
        }
    }

    private static Value Part(Frame frame, IOperation member, Value of)
    {
        if (member is not IMemberReferenceOperation reference)
        {
            return Members.Of(frame, of, "?");
        }

        if (reference.Instance is { } instance)
        {
            frame[instance] = of;
        }

        return Transfer.Apply(frame, reference);
    }

    private static void Declare(Frame frame, ISymbol? symbol, Value value)
    {
        if (symbol is not null)
        {
            frame.State.SetVariable(symbol, value);
        }
    }

    private static Outcome? OutcomeOf(Frame frame, IPatternOperation pattern, Value value) => pattern switch
    {
        INegatedPatternOperation negated => OutcomeOf(frame, negated.Pattern, value)?.Not(),
        _ when IsClosed(pattern) => Equalities.Outcome(frame, value, Value.OfText("")),
        _ => null,
    };

    /// <summary>Matches only constants: <c>"a" or "b"</c>.</summary>
    private static bool IsClosed(IPatternOperation pattern)
    {
        var open = new Stack<IPatternOperation>();
        open.Push(pattern);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: not null } }:
                    continue;
                case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                    open.Push(either.LeftPattern);
                    open.Push(either.RightPattern);
                    continue;
                default:
                    return false;
            }
        }

        return true;
    }
}
