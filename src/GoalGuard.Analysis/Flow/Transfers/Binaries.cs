using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Guards;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Operators: text concatenation, comparisons that assure something, and arithmetic.</summary>
internal static class Binaries
{
    public static Value Apply(Frame frame, IBinaryOperation binary)
    {
        var left = Operand(frame, binary.LeftOperand);
        var right = Operand(frame, binary.RightOperand);
        if (binary.OperatorKind == BinaryOperatorKind.Add && Types.IsString(binary.Type))
        {
            return TextBuilding.Concat(frame, binary, left, right);
        }

        frame.Method.Named.Compare(frame, binary);
        var result = frame.Derive(binary, left, right);
        if (Types.IsBoolean(binary.Type) && !result.Facts.IsEmpty)
        {
            result = result with { Facts = Judgements.Compared(result.Facts, frame.FactsOf(left), frame.FactsOf(right)) };
        }

        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Multiply => result with { Facts = Products.Of(frame, left, right, result.Facts) },
            BinaryOperatorKind.Equals => result with { Outcome = Equal(frame, binary, left, right) },
            BinaryOperatorKind.NotEquals => result with { Outcome = Inequal(frame, binary, left, right) },
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
                or BinaryOperatorKind.GreaterThanOrEqual => result with { Outcome = IndexChecks.Comparison(binary, left, right) },
            // Without short circuit: both sides hold.
            BinaryOperatorKind.And when Types.IsBoolean(binary.Type) => result with { Outcome = And(left.Outcome, right.Outcome) },
            BinaryOperatorKind.Or when Types.IsBoolean(binary.Type) => result with { Outcome = And(left.Outcome?.Not(), right.Outcome?.Not())?.Not() },
            _ => result,
        };
    }

    /// <summary>Characters are compared as numbers; a constant one is still a character.</summary>
    private static Value Operand(Frame frame, IOperation operand) =>
        operand is IConversionOperation { IsImplicit: true, Operand: { Type.SpecialType: SpecialType.System_Char } character } && character.ConstantValue.HasValue
            ? frame[character]
            : frame[operand];

    /// <summary><c>inside == false</c> answers what <c>inside</c> does, the other way round.</summary>
    private static Outcome? Equal(Frame frame, IBinaryOperation binary, Value left, Value right) =>
        right.Constant is { } rightIs ? Nullables.Answer(left.OutcomeIf(rightIs), binary.LeftOperand.Type)
        : left.Constant is { } leftIs ? Nullables.Answer(right.OutcomeIf(leftIs), binary.RightOperand.Type)
        : IndexChecks.Comparison(binary, left, right) ?? Equalities.Outcome(frame, left, right);

    private static Outcome? Inequal(Frame frame, IBinaryOperation binary, Value left, Value right) =>
        IndexChecks.Comparison(binary, left, right) ?? Equal(frame, binary, left, right)?.Not();

    private static Outcome? And(Outcome? left, Outcome? right) =>
        left is null && right is null
            ? null
            : new Outcome(
                (left?.WhenTrue ?? ImmutableArray<Assurance>.Empty).AddRange(right?.WhenTrue ?? ImmutableArray<Assurance>.Empty),
                ImmutableArray<Assurance>.Empty);

    public static Value Apply(Frame frame, IUnaryOperation unary)
    {
        var operand = frame[unary.Operand];
        return unary.OperatorKind == UnaryOperatorKind.Not
            ? operand with { Constant = !operand.Constant, Outcome = operand.Outcome?.Not() }
            : frame.Derive(unary, operand);
    }
}
