namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// Booleans that may be null: <c>path?.StartsWith(root) == true</c>. A null is neither answer, so a yes or no that is there means what it
/// would mean without the question mark; that it is not there means nothing.
/// </summary>
internal static class Nullables
{
    public static readonly Value Missing = new() { IsMissing = true };

    public static bool IsNullableBoolean(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        && nullable.TypeArguments[0].SpecialType == SpecialType.System_Boolean;

    /// <summary>What a comparison with a constant makes sure of: of a boolean that may be null, only that it is what it was compared with.</summary>
    public static Outcome? Answer(Outcome? outcome, ITypeSymbol? compared) =>
        outcome is not null && IsNullableBoolean(compared) ? new Outcome(outcome.WhenTrue, ImmutableArray<Assurance>.Empty) : outcome;

    /// <summary>What is inside: <c>x ?? false</c> and <c>pair?.Name</c> ask for it where it is there.</summary>
    public static bool IsUnwrapping(Call call) =>
        call.Method is { Name: "GetValueOrDefault" or "get_Value", Parameters.IsEmpty: true } && IsNullable(call.Method.ContainingType);

    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
