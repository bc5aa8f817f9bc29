using System.Globalization;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>What a precaution is switched off by, wherever its setting is.</summary>
/// <param name="Kind">Which precaution.</param>
/// <param name="Setting">What is set, as a person writes it.</param>
/// <param name="At">Where it is set.</param>
/// <param name="Values">The constants that switch it off; null if a function that always says yes does, or if a limit is set.</param>
internal sealed record Off(SwitchKind Kind, string Setting, SourceSpan At, Condition? Values)
{
    /// <summary>True for the answer to a request: a yes is none of the program's own where something was decided before.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>True for a text that counts only where it is handed on.</summary>
    public bool IsText { get; init; }

    /// <summary>True for what matters only where a model's tools run it: programs isolate and mount for many other reasons.</summary>
    public bool IsInTool { get; init; }

    /// <summary>True for the path of a mount: what a model chooses is as open as the root.</summary>
    public bool IsMount => IsInTool && Values is { } values && values.Values.Any(pattern => pattern.StartsWith("/", StringComparison.Ordinal));

    /// <summary>True if another setting decides whether the value counts.</summary>
    public bool IsLowered { get; init; }

    /// <summary>True if a function that always says yes switches it off.</summary>
    public bool IsCallback => Values is null && !IsLimit;

    /// <summary>True for a limit: any number may be too high.</summary>
    public bool IsLimit => Kind == SwitchKind.Iterations;

    /// <summary>True if the operation is a constant that switches the precaution off.</summary>
    public bool IsMetBy(IOperation operation) => IsLimit ? Number(operation) is not null : Values is { } values && Constant(operation) is { } text && values.Values.Any(pattern => Places.Matches(text, pattern));

    /// <summary>True if a text that begins like this switches the precaution off, whatever follows.</summary>
    public bool IsMetByBeginning(string text) =>
        Values is { } values && values.Values.Any(pattern => pattern.EndsWith("*", StringComparison.Ordinal) && Places.Matches(text, pattern));

    /// <summary>A constant as conditions of knowledge write it; members of enums by name.</summary>
    public static string? Constant(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } member } => member.Name,
        { ConstantValue: { HasValue: true, Value: bool truth } } => truth ? "true" : "false",
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        _ => null,
    };

    /// <summary>A constant number.</summary>
    public static double? Number(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: IConvertible value and (int or long or short or byte or uint or ulong or ushort or double) }
        ? value.ToDouble(CultureInfo.InvariantCulture)
        : null;

    /// <summary>A condition that a truth meets.</summary>
    public static Condition Truth(bool truth) => new(Place.Value, ImmutableArray.Create(truth ? "true" : "false"));
}
