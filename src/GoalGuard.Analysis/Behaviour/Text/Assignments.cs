using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>What is assigned to a variable; what is assigned to anything else is looked at and forgotten.</summary>
internal static class Assignments
{
    public static AssembledText Of(Walk walk, IAssignmentOperation assignment)
    {
        switch (assignment)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(walk, deconstruction);
                return walk.Hole(assignment);
            case ICoalesceAssignmentOperation coalesce:
                return Set(walk, coalesce.Target, Alternatives.Of(Expressions.Of(walk, coalesce.Target), Expressions.Of(walk, coalesce.Value)));
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Set(walk, sum.Target, Expressions.Of(walk, sum.Target).Then(Expressions.Of(walk, sum.Value)));
            case ISimpleAssignmentOperation simple:
                return Set(walk, simple.Target, Expressions.Of(walk, simple.Value));
            default:
                Expressions.Unknown(walk, assignment);
                return Set(walk, assignment.Target, walk.Hole(assignment));
        }
    }

    /// <summary>Its target holds the text from now on.</summary>
    public static AssembledText Set(Walk walk, IOperation target, AssembledText text)
    {
        if (Variables.Of(target) is { } variable)
        {
            if (walk.Relevance.Keeps(variable, Variables.Below(target).Type))
            {
                walk.State = walk.State.With(variable, text);
            }
        }
        else
        {
            Statements.Run(walk, target);
        }

        return text;
    }

    private static void Deconstruct(Walk walk, IDeconstructionAssignmentOperation deconstruction)
    {
        var targets = Elements(deconstruction.Target);
        var values = Elements(deconstruction.Value);
        if (targets.Length != values.Length)
        {
            Statements.Run(walk, deconstruction.Value);
        }

        // All values are evaluated before the first target changes.
        var texts = ImmutableArray.CreateRange(targets, target => walk.Hole(target));
        texts = targets.Length == values.Length ? ImmutableArray.CreateRange(values, value => Expressions.Of(walk, value)) : texts;
        for (var i = 0; i < targets.Length; i++)
        {
            Set(walk, targets[i], texts[i]);
        }
    }

    private static ImmutableArray<IOperation> Elements(IOperation operation) =>
        Variables.Below(operation) is ITupleOperation tuple ? tuple.Elements : ImmutableArray.Create(operation);

    /// <summary><c>x is string text</c> gives the value another name.</summary>
    public static AssembledText Matched(Walk walk, IIsPatternOperation test)
    {
        var text = Expressions.Of(walk, test.Value);
        if (Positive(test.Pattern) is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
        {
            walk.State = walk.State.With(declared, text);
        }
        else
        {
            Statements.Run(walk, test.Pattern);
        }

        return walk.Hole(test);
    }

    /// <summary>The variable of <c>is not string text</c> is set where the test fails.</summary>
    private static IPatternOperation Positive(IPatternOperation pattern) => pattern is INegatedPatternOperation { Pattern: var negated } ? negated : pattern;
}
