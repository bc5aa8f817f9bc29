using Microsoft.CodeAnalysis.FlowAnalysis;

namespace GoalGuard.Analysis.Flow.Control;

/// <summary>What a <c>catch</c> takes.</summary>
internal static class Handlers
{
    /// <summary>True for <c>catch</c> and <c>catch (Exception)</c> without a filter.</summary>
    public static bool TakesAll(ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.Catch && IsGeneral(handler.ExceptionType);

    /// <summary>True if an exception of this type, or one derived from it, may be taken; a filter is not asked.</summary>
    public static bool Takes(ControlFlowRegion handler, string exception)
    {
        if (IsGeneral(handler.ExceptionType))
        {
            return true;
        }

        for (var type = handler.ExceptionType; type is not null; type = type.BaseType)
        {
            if (type.ToDisplayString() == exception)
            {
                return true;
            }
        }

        return handler.ExceptionType?.ToDisplayString() == "System.SystemException";
    }

    private static bool IsGeneral(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
