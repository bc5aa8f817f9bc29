using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Control;

/// <summary>
/// Which operations a handler is there for: calls, creations, what is awaited or thrown. Arithmetic, indexes and plain members may throw
/// too, but a program that goes round and round on those is not worth the edges.
/// </summary>
internal static class MayThrow
{
    public static bool Is(IOperation root)
    {
        foreach (var operation in PostOrder.Of(root))
        {
            if (operation is IInvocationOperation or IObjectCreationOperation or IAwaitOperation or IThrowOperation
                or IDynamicInvocationOperation or IDynamicObjectCreationOperation or IFunctionPointerInvocationOperation)
            {
                return true;
            }
        }

        return false;
    }
}
