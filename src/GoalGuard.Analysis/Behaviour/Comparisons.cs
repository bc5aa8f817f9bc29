using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>Comparisons for equality with a text of an object: <c>tool.Name == name</c>.</summary>
internal static class Comparisons
{
    /// <summary>The other sides of comparisons with something of the variable.</summary>
    public static IEnumerable<IOperation> With(IOperation body, ISymbol variable)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var (left, right) = Sides(operation);
            if (left is null || right is null)
            {
                continue;
            }

            if (IsOf(left, variable) && !IsOf(right, variable))
            {
                yield return right;
            }
            else if (IsOf(right, variable) && !IsOf(left, variable))
            {
                yield return left;
            }
        }
    }

    /// <summary>The two texts that are compared; none where the operation compares something else.</summary>
    public static (IOperation? Left, IOperation? Right) Sides(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary when Flow.Types.IsString(binary.LeftOperand.Type) =>
            (binary.LeftOperand, binary.RightOperand),
        IInvocationOperation { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } } call =>
            call.Instance is { } instance ? (instance, call.Arguments[0].Value) : (call.Arguments[0].Value, call.Arguments[1].Value),
        _ => (null, null),
    };

    private static bool IsOf(IOperation side, ISymbol variable) => side.DescendantsAndSelf().Any(operation => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        _ => false,
    });
}
