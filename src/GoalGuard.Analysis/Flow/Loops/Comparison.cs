using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>A comparison of two values: <c>left operator right</c>.</summary>
internal readonly record struct Comparison(IOperation Left, BinaryOperatorKind Operator, IOperation Right, bool IsLifted)
{
    /// <summary>What holds where the condition has this answer; null if it compares nothing.</summary>
    public static Comparison? Of(IOperation condition, bool outcome)
    {
        condition = Symbols.Plain(condition);
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            (condition, outcome) = (Symbols.Plain(not.Operand), !outcome);
        }

        return condition switch
        {
            IBinaryOperation binary => Of(binary.LeftOperand, binary.OperatorKind, binary.RightOperand, outcome, binary.IsLifted),
            IIsPatternOperation pattern => OfPattern(pattern.Value, pattern.Pattern, outcome),
            _ => null,
        };
    }

    private static Comparison? OfPattern(IOperation value, IPatternOperation pattern, bool outcome)
    {
        while (pattern is INegatedPatternOperation negated)
        {
            (pattern, outcome) = (negated.Pattern, !outcome);
        }

        return pattern switch
        {
            IRelationalPatternOperation relation => Of(value, relation.OperatorKind, relation.Value, outcome, false),
            IConstantPatternOperation constant => Of(value, BinaryOperatorKind.Equals, constant.Value, outcome, false),
            _ => null,
        };
    }

    private static Comparison? Of(IOperation left, BinaryOperatorKind kind, IOperation right, bool outcome, bool lifted)
    {
        var holds = outcome ? kind : kind switch
        {
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.Equals => BinaryOperatorKind.NotEquals,
            BinaryOperatorKind.NotEquals => BinaryOperatorKind.Equals,
            _ => kind,
        };
        return IsComparison(kind) ? new Comparison(left, holds, right, lifted && outcome) : null;
    }

    private static bool IsComparison(BinaryOperatorKind kind) => kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
        or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;

    /// <summary>True if a difference <c>left - right</c> that moves this way makes it hold in the end.</summary>
    public bool IsReached(Motion difference) => Operator switch
    {
        BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => difference == Motion.Up,
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => difference == Motion.Down,
        _ => difference is Motion.Up or Motion.Down,
    };
}
