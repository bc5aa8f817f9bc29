using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>How often a model gave the same answer is a score of that answer, although it never stated a number.</summary>
internal static class Votes
{
    /// <summary>The answers of a group, counted.</summary>
    public static FactSet Counted(Frame frame, Call call) =>
        call.Method is { Name: "Count" or "LongCount", ContainingType: { Name: "Enumerable" or "Queryable" or "ParallelEnumerable" } }
        && call.Receiver is { } group && IsGroup(group) ? Of(frame.Deep(frame[group])) : FactSet.Empty;

    /// <summary>A number that is kept under an answer and grows each time the answer comes. That the answer points at it, too, says nothing more of it.</summary>
    public static Value Tallied(Frame frame, IPropertyReferenceOperation reference, Value value, IOperation source) =>
        value.Facts.Facts.All(fact => fact.Origin.Kind == FactKind.Choice) && IsGrowing(source) && Types.TraitsOf(reference.Type) == Traits.Number && Of(Keys(frame, reference)) is { IsEmpty: false } votes
            ? value with { Id = value.Id ?? frame.Fresh(source, "tally"), Facts = votes }
            : value;

    /// <summary>True for <c>x + 1</c>, <c>x++</c>, <c>x += weight</c>.</summary>
    private static bool IsGrowing(IOperation source) =>
        source is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IIncrementOrDecrementOperation || source.Parent is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add };

    private static FactSet Keys(Frame frame, IPropertyReferenceOperation reference) =>
        reference.Arguments.Aggregate(FactSet.Empty, (all, key) => all.Join(frame.Deep(frame[key])));

    /// <summary>One answer has no others to be counted against.</summary>
    private static FactSet Of(FactSet answers) =>
        answers.Where(fact => fact.Origin.Kind == FactKind.Parameter || (fact.Origin.Kind == FactKind.ModelOutput && (fact.Traits & Traits.Many) != 0)).With(Guard.NotText).As(Traits.Number);

    private static bool IsGroup(IOperation group)
    {
        var type = group is IConversionOperation { IsImplicit: true, Operand.Type: { } given } ? given : group.Type;
        return type is { Name: "IGrouping" };
    }
}
