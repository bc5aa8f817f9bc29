using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>How a value is used where it stands.</summary>
internal static class Uses
{
    private static readonly ImmutableHashSet<string> Comparisons = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Equals", "Contains", "StartsWith", "EndsWith", "IndexOf", "IsMatch", "Equal", "NotEqual", "Same", "ReferenceEquals",
        "CompareTo", "TryGetValue", "ContainsKey", "Remove");

    /// <summary>False for a value that is only compared, matched, mapped from another form of it, or named.</summary>
    public static bool AsValue(IOperation operation)
    {
        for (var at = operation; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IPatternOperation or IIsPatternOperation
                    or ICaseClauseOperation or INameOfOperation or ISwitchExpressionArmOperation or IIsTypeOperation or ITypeOfOperation:
                case IInvocationOperation call when Comparisons.Contains(call.TargetMethod.Name):
                    return false;
                case IAnonymousFunctionOperation or ILocalFunctionOperation or IExpressionStatementOperation or IVariableDeclaratorOperation or IReturnOperation
                    or IBlockOperation:
                    return true;
            }
        }

        return true;
    }

    /// <summary>True if a setting of the program decides whether this is done.</summary>
    public static bool IsDecided(IOperation operation)
    {
        for (var at = operation; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalOperation choice && choice.Condition != at && Settings.Decide(choice.Condition))
            {
                return true;
            }
        }

        return false;
    }
}
