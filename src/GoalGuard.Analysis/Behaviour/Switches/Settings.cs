using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>Conditions that ask a setting of the program, and the names by which such settings say that nobody is asked.</summary>
internal static class Settings
{
    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "auto", "yolo", "skip", "bypass", "interactive", "unattended", "unsafe",
        "trust", "trusted", "dangerous", "dangerously", "headless", "prompt", "ask", "confirm",
        "confirmation", "confirmations", "approve", "approval", "approvals", "consent", "permission", "permissions");

    /// <summary>True if the condition only asks a truth that the program holds.</summary>
    public static bool Decide(IOperation condition) => Of(condition) is not null;

    /// <summary>The setting that the condition asks, and whether it is asked for being off.</summary>
    public static (IOperation Setting, bool IsNegated)? Of(IOperation condition)
    {
        var isNegated = false;
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } or IConversionOperation)
        {
            isNegated ^= condition is IUnaryOperation;
            condition = condition is IUnaryOperation not ? not.Operand : ((IConversionOperation)condition).Operand;
        }

        var isHeld = condition is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation;
        return isHeld && Flow.Types.IsBoolean(condition.Type) ? (condition, isNegated) : null;
    }

    /// <summary>True for the name of a setting by which asking is left out.</summary>
    public static bool LeavesOut(IOperation setting) => NameWords.Of(setting switch
    {
        IMemberReferenceOperation member => member.Member.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        _ => "",
    }).Any(Words.Contains);
}
