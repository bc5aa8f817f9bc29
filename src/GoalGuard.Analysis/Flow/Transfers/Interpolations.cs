namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Handlers of interpolated strings, which take the parts one by one: whoever made them, what is appended is in them.</summary>
internal static class Interpolations
{
    /// <summary>The answer of <c>AppendFormatted</c> and <c>AppendLiteral</c>; null for any other call.</summary>
    public static Value? Append(Frame frame, Call call)
    {
        if (call.Instance is null || call.Method.Name is not ("AppendFormatted" or "AppendLiteral") || call.Arguments.IsEmpty || !IsHandler(call.Method.ContainingType))
        {
            return null;
        }

        Members.Add(frame, frame[call.Instance], Members.Element, frame[call.Arguments[0]]);
        return Value.Empty;
    }

    private static bool IsHandler(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is { } mark && Types.FullName(mark) == "System.Runtime.CompilerServices.InterpolatedStringHandlerAttribute");
}
