using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>What a call hands over for a parameter, in terms of the parameters of the caller.</summary>
/// <param name="From">The caller's parameter that it is made of; null if it is something else.</param>
/// <param name="Motion">Where it goes from that.</param>
/// <param name="Descends">True for a part of it: a child, a rest.</param>
internal readonly record struct Handed(int? From, Motion Motion, bool Descends)
{
    public static readonly Handed Unknown = new(null, Motion.Unknown, false);

    /// <summary>What comes of it if the next call hands over that.</summary>
    public Handed Then(Handed next) => new(From, Sum(Motion, next.Motion), Descends || next.Descends);

    /// <summary>What holds where either is handed over.</summary>
    public Handed Or(Handed other) => this == other ? this : From == other.From && Descends && other.Descends ? this with { Motion = Motion.Unknown } : Unknown;

    private static Motion Sum(Motion first, Motion then) =>
        then == Motion.Still || first == then ? first : first == Motion.Still ? then : Motion.Unknown;

    /// <summary>Looks at an argument.</summary>
    public static Handed Of(IOperation argument, IMethodSymbol caller, Definitions definitions)
    {
        var descends = false;
        for (var depth = 0; depth < LoopContext.MaxDepth; depth++)
        {
            argument = Symbols.Plain(argument);
            if (Step(argument) is var (operand, motion))
            {
                return Of(operand, caller, definitions, descends) is { From: not null, Motion: Motion.Still } start ? start with { Motion = motion } : Unknown;
            }

            if (IsOf(argument, caller))
            {
                return Of(argument, caller, definitions, descends);
            }

            if (Inner(argument, definitions, out var isPart) is not { } inner)
            {
                return Unknown;
            }

            descends |= isPart;
            argument = inner;
        }

        return Unknown;
    }

    private static bool IsOf(IOperation argument, IMethodSymbol caller) =>
        argument is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol, caller);

    private static Handed Of(IOperation argument, IMethodSymbol caller, Definitions definitions, bool descends) =>
        IsOf(Symbols.Plain(argument), caller) && Symbols.Of(argument) is IParameterSymbol parameter && definitions.Of(parameter).Count == 0
        && !definitions.IsChangedElsewhere(parameter)
            ? new Handed(parameter.Ordinal, descends ? Motion.Unknown : Motion.Still, descends)
            : Unknown;

    /// <summary><c>depth + 1</c>, <c>left - 1</c>, <c>++depth</c>.</summary>
    private static (IOperation Operand, Motion Motion)? Step(IOperation argument) => argument switch
    {
        IBinaryOperation { RightOperand.ConstantValue.HasValue: true } sum when Changes.Step(sum.OperatorKind, sum.RightOperand) is var motion and not Motion.Unknown =>
            (sum.LeftOperand, motion),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand.ConstantValue.HasValue: true } sum when Changes.Step(sum.OperatorKind, sum.LeftOperand) is var motion and not Motion.Unknown =>
            (sum.RightOperand, motion),
        _ => null,
    };

    /// <summary>The expression that this one names, or is a part of. A copy and a selection are no part: they may be all of it.</summary>
    private static IOperation? Inner(IOperation argument, Definitions definitions, out bool isPart)
    {
        isPart = argument is IMemberReferenceOperation or IArrayElementReferenceOperation or IParameterReferenceOperation
            or IInvocationOperation { TargetMethod.Name: "Skip" or "Substring" or "Slice" };
        return argument switch
        {
            ILocalReferenceOperation local => OnlyValue(definitions, local.Local),
            IFlowCaptureReferenceOperation capture => OnlyValue(definitions, capture.Id),
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } } element => Elements(element),
            IPropertyReferenceOperation { Instance: { } owner } => owner,
            IFieldReferenceOperation { Instance: { } owner } => owner,
            IArrayElementReferenceOperation element => element.ArrayReference,
            IInvocationOperation
            {
                TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: "GetEnumerator" or "GetAsyncEnumerator" or "Skip" or "Take" or "Where" or "Substring" or "Slice" or "ToList" or "ToArray" },
            } rest => rest.Instance ?? rest.Arguments.FirstOrDefault()?.Value,
            _ => null,
        };
    }

    private static IOperation? OnlyValue(Definitions definitions, object variable) =>
        definitions.Of(variable) is [{ Value: { } value }] && !definitions.IsChangedElsewhere(variable) ? value : null;

    /// <summary>What a library runs a lambda for each element of.</summary>
    private static IOperation? Elements(IParameterReferenceOperation element)
    {
        for (var at = element.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && lambda.Symbol.Parameters.Contains(element.Parameter, SymbolEqualityComparer.Default))
            {
                return lambda.Parent?.Parent is IArgumentOperation { Parent: IInvocationOperation call } ? call.Instance ?? call.Arguments[0].Value : null;
            }
        }

        return null;
    }
}
