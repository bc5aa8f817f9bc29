using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>What one operation changes, its operands apart.</summary>
internal static class Changes
{
    public readonly record struct Change(object Variable, Motion Motion, bool IsConstant, IOperation? Value);

    public static IEnumerable<Change> Of(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation step => One(step.Target, step.Kind == OperationKind.Increment ? Motion.Up : Motion.Down, true, null),
        ICompoundAssignmentOperation compound => Compound(compound),
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements.SelectMany(element => One(element, Motion.Unknown, false, null)),
        ISimpleAssignmentOperation assignment => Assignment(assignment),
        IFlowCaptureOperation capture => [new Change(capture.Id, Motion.Unknown, false, capture.Value)],
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } => [new Change(declared, Motion.Unknown, false, null)],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Reference(argument),
        IInvocationOperation call when CollectionMembers.Effect(call) is { } motion && CollectionMembers.Holder(call.Instance) is { } holder =>
            [new Change(new ElementCount(holder), motion, true, null)],
        _ => [],
    };

    private static IEnumerable<Change> One(IOperation target, Motion motion, bool constant, IOperation? value)
    {
        var plain = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        return Symbols.Of(plain) is { } symbol ? [new Change(symbol, motion, constant, value)] : [];
    }

    private static IEnumerable<Change> Compound(ICompoundAssignmentOperation compound) =>
        One(compound.Target, Step(compound.OperatorKind, compound.Value), compound.Value.ConstantValue.HasValue, null);

    private static IEnumerable<Change> Assignment(ISimpleAssignmentOperation assignment)
    {
        // x = x + 1 is a step; anything else makes x another value.
        if (Symbols.Plain(assignment.Value) is IBinaryOperation sum
            && Symbols.Of(sum.LeftOperand) is { } left && SymbolEqualityComparer.Default.Equals(left, Symbols.Of(assignment.Target)))
        {
            return One(assignment.Target, Step(sum.OperatorKind, sum.RightOperand), sum.RightOperand.ConstantValue.HasValue, null);
        }

        var changes = One(assignment.Target, Motion.Unknown, false, assignment.Value);
        return Symbols.Of(assignment.Target) is { } symbol && Types.IsCollection(symbol is ILocalSymbol local ? local.Type : assignment.Target.Type)
            ? changes.Append(new Change(new ElementCount(symbol), Motion.Unknown, false, assignment.Value))
            : changes;
    }

    /// <summary>Where a step leads. What is not constant counts as an amount, which is not negative.</summary>
    public static Motion Step(BinaryOperatorKind kind, IOperation step)
    {
        var sign = step.ConstantValue is { HasValue: true, Value: { } value } ? Sign(value) : Types.CarriesNoText(step.Type) ? 1 : 0;
        return (kind, sign) switch
        {
            (BinaryOperatorKind.Add, 1) or (BinaryOperatorKind.Subtract, -1) => Motion.Up,
            (BinaryOperatorKind.Add, -1) or (BinaryOperatorKind.Subtract, 1) => Motion.Down,
            _ => Motion.Unknown,
        };
    }

    private static int Sign(object value) => value switch
    {
        int number => Math.Sign(number),
        long number => Math.Sign(number),
        short number => Math.Sign(number),
        double number => number > 0 ? 1 : number < 0 ? -1 : 0,
        float number => number > 0 ? 1 : number < 0 ? -1 : 0,
        decimal number => Math.Sign(number),
        byte number => number > 0 ? 1 : 0,
        uint number => number > 0 ? 1 : 0,
        ulong number => number > 0 ? 1 : 0,
        _ => 0,
    };

    private static IEnumerable<Change> Reference(IArgumentOperation argument)
    {
        var motion = argument.Parent is IInvocationOperation { TargetMethod: { ContainingType.Name: "Interlocked" } method }
            ? method.Name switch { "Increment" or "Add" => Motion.Up, "Decrement" => Motion.Down, _ => Motion.Unknown }
            : Motion.Unknown;
        return One(argument.Value, motion, motion != Motion.Unknown, null);
    }
}
