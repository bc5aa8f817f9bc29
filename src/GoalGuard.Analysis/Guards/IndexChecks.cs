using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Guards;

/// <summary>
/// An index of something that was looked for, compared with zero or minus one. Its outcome says "when true" what is sure if it was found and
/// "when false" what is sure if it was not.
/// </summary>
internal static class IndexChecks
{
    /// <summary>What the comparison makes sure of; null if neither side is such an index.</summary>
    public static Outcome? Comparison(IBinaryOperation binary, Value left, Value right)
    {
        if (left.Outcome is { } ofLeft && Number(binary.RightOperand) is { } below)
        {
            return Compared(ofLeft, binary.OperatorKind, below);
        }

        return right.Outcome is { } ofRight && Number(binary.LeftOperand) is { } above ? Compared(ofRight, Mirrored(binary.OperatorKind), above) : null;
    }

    private static int? Number(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: int number } ? number : null;

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private static Outcome? Compared(Outcome index, BinaryOperatorKind kind, int number) => (kind, number) switch
    {
        (BinaryOperatorKind.LessThan, 0) or (BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.Equals, -1) => index.Not(),
        (BinaryOperatorKind.GreaterThanOrEqual, 0) or (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, -1) => index,
        // At a place further on: found, but elsewhere it may be found as well.
        (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals, >= 0) =>
            new Outcome(index.WhenTrue, ImmutableArray<Assurance>.Empty),
        (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.NotEquals, >= 0) =>
            new Outcome(ImmutableArray<Assurance>.Empty, index.WhenTrue),
        _ => null,
    };
}
