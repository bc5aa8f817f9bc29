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
        return new Value { Id = frame.Fresh(operation), Facts = Frame.Narrow(Tested(frame, operation.Pattern, value).As(Traits.Truth), operation.Type), Outcome = OutcomeOf(frame, operation.Pattern, value), Constant = IsCertain(operation.Pattern) ? true : null };
    }

    /// <summary>What is compared with a constant; a test for null or of a type asks nothing of what was said.</summary>
    private static FactSet Tested(Frame frame, IPatternOperation pattern, Value value)
    {
        var facts = FactSet.Empty;
        var open = new Stack<(IOperation Pattern, Value Value)>();
        open.Push((pattern, value));
        while (open.Count > 0)
        {
            var (at, of) = open.Pop();
            switch (at)
            {
                case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: not null } } or IRelationalPatternOperation:
                    facts = facts.Join(frame.Deep(of));
                    break;
                case IRecursivePatternOperation recursive:
                    foreach (var property in recursive.PropertySubpatterns)
                    {
                        open.Push((property.Pattern, Part(frame, property.Member, of)));
                    }

                    break;
                case IBinaryPatternOperation or INegatedPatternOperation:
                    foreach (var child in at.ChildOperations)
                    {
                        open.Push((child, of));
                    }

                    break;
            }
        }

        return facts;
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
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool truth } } =>
            Nullables.Answer(value.OutcomeIf(truth), pattern.InputType),
        IConstantPatternOperation { Value: { ConstantValue: { HasValue: true, Value: not null } } constant } => Equalities.Outcome(frame, value, frame[constant]),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            Any(OutcomeOf(frame, either.LeftPattern, value), OutcomeOf(frame, either.RightPattern, value)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both =>
            All(new[] { OutcomeOf(frame, both.LeftPattern, value), OutcomeOf(frame, both.RightPattern, value) }),
        IRecursivePatternOperation recursive =>
            All(recursive.PropertySubpatterns.Select(property => OutcomeOf(frame, property.Pattern, Part(frame, property.Member, value)))),
        _ => null,
    };

    /// <summary>All of them match; where they do not, nobody knows which one failed.</summary>
    private static Outcome? All(IEnumerable<Outcome?> parts)
    {
        var assured = parts.SelectMany(part => part?.WhenTrue ?? ImmutableArray<Assurance>.Empty).ToArray();
        return assured.Length == 0 ? null : Outcome.True(assured);
    }

    /// <summary><c>is var name</c> and <c>is _</c> match anything.</summary>
    private static bool IsCertain(IPatternOperation pattern) =>
        pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true };

    /// <summary>One of them matches: sure is what both make sure of; where none matches, what either does.</summary>
    private static Outcome? Any(Outcome? left, Outcome? right) => left is null && right is null
        ? null
        : new Outcome(
            left is null || right is null ? ImmutableArray<Assurance>.Empty : left.WhenTrue.Intersect(right.WhenTrue).ToImmutableArray(),
            (left?.WhenFalse ?? ImmutableArray<Assurance>.Empty).Union(right?.WhenFalse ?? ImmutableArray<Assurance>.Empty).ToImmutableArray());
}
