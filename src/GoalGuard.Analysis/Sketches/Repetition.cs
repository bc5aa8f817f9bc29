using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>
/// What of a member may be done again and again: what stands in a loop; where a member has loops, or functions of its own that call others, also what stands in those.
/// </summary>
internal sealed class Repetition
{
    private bool _hasLoop;
    private bool _hasJump;
    private bool _callsItself;

    /// <summary>Looks at one root of the member.</summary>
    public void Add(IReadOnlyList<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            _hasLoop |= operation is ILoopOperation;
            _hasJump |= operation is IBranchOperation { BranchKind: BranchKind.GoTo };
            _callsItself |= operation switch
            {
                IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } => IsIn<ILocalFunctionOperation>(operation),
                IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: ILocalReferenceOperation { Local: var local } } => IsInLambdaOf(local, operation),
                _ => false,
            };
        }
    }

    public bool Repeats(IOperation operation) => _hasJump || (_hasLoop && IsInLoop(operation)) || ((_hasLoop || _callsItself) && IsInFunction(operation));

    private static bool IsInFunction(IOperation operation) => IsIn<ILocalFunctionOperation>(operation) || IsIn<IAnonymousFunctionOperation>(operation);

    /// <summary>What a loop goes through is made once.</summary>
    private static bool IsInLoop(IOperation operation)
    {
        for (var at = operation; at.Parent is { } parent; at = parent)
        {
            if (parent is ILoopOperation && !(parent is IForEachLoopOperation each && each.Collection == at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True in a lambda that the variable was set to.</summary>
    private static bool IsInLambdaOf(ILocalSymbol local, IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            var set = at is IDelegateCreationOperation { Target: IAnonymousFunctionOperation } ? at.Parent : null;
            if (set is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } && SymbolEqualityComparer.Default.Equals(declared, local)
                || set is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } } && SymbolEqualityComparer.Default.Equals(assigned, local))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn<T>(IOperation operation)
        where T : IOperation
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is T)
            {
                return true;
            }
        }

        return false;
    }
}
