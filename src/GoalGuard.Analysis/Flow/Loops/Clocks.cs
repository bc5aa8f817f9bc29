using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>What grows by itself as time passes.</summary>
internal static class Clocks
{
    /// <summary>True for an expression that reads a clock.</summary>
    public static bool IsRead(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { } property } =>
            (property.Name is "Now" or "UtcNow" && property.ContainingType.Name is "DateTime" or "DateTimeOffset")
            || Symbols.IsMember(property, "System.Diagnostics.Stopwatch", "Elapsed", "ElapsedMilliseconds", "ElapsedTicks")
            || Symbols.IsMember(property, "System.Environment", "TickCount", "TickCount64"),
        IInvocationOperation { TargetMethod: { } method } =>
            Symbols.IsMember(method, "System.Diagnostics.Stopwatch", "GetTimestamp", "GetElapsedTime")
            || Symbols.IsMember(method, "System.TimeProvider", "GetUtcNow", "GetLocalNow", "GetTimestamp", "GetElapsedTime"),
        _ => false,
    };

    /// <summary>True for a member that says the same amount of time in other words; <c>Seconds</c> begins again every minute.</summary>
    public static bool IsMeasure(IPropertySymbol property) =>
        property.ContainingType is { Name: "TimeSpan" or "DateTime" or "DateTimeOffset" or "Nullable" }
        && (property.Name is "Ticks" or "Value" or "UtcDateTime" or "DateTime" || property.Name.StartsWith("Total", StringComparison.Ordinal));

    /// <summary>True for <c>start.Add(limit)</c> and its like on times.</summary>
    public static bool IsSum(IMethodSymbol method) =>
        method.ContainingType is { Name: "TimeSpan" or "DateTime" or "DateTimeOffset" } && method.Name.StartsWith("Add", StringComparison.Ordinal);
}
