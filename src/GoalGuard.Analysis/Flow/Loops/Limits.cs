using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>Where a limit comes from, and whether it is one.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="IsInfinite">True if it is the largest number there is.</param>
/// <param name="MayBeInfinite">True if it is unless somebody sets it.</param>
internal readonly record struct LimitFacts(LimitKind Kind, bool IsInfinite = false, bool MayBeInfinite = false)
{
    /// <summary>What holds where either may be the limit: it is as far away as the farther one, and settable if one is.</summary>
    public LimitFacts Or(LimitFacts other) => new(
        (LimitKind)Math.Max((int)Kind, (int)other.Kind),
        IsInfinite && other.IsInfinite,
        MayBeInfinite || other.MayBeInfinite || IsInfinite != other.IsInfinite);
}

/// <summary>Looks at the limit of a comparison.</summary>
internal static class Limits
{
    public static LimitFacts Of(LoopContext context, IOperation limit, int depth = 0)
    {
        limit = Symbols.Plain(limit);
        if (limit.ConstantValue is { HasValue: true } constant)
        {
            return new LimitFacts(LimitKind.Constant, IsLargest(constant.Value));
        }

        if (depth > LoopContext.MaxDepth)
        {
            return new LimitFacts(LimitKind.Computed);
        }

        return limit switch
        {
            IFlowCaptureReferenceOperation capture => OfValues(context, capture.Id, depth) ?? new LimitFacts(LimitKind.Computed),
            IParameterReferenceOperation { Parameter: { } parameter } when context.AllWrites(parameter).Count == 0 =>
                new LimitFacts(LimitKind.Parameter, false, parameter.HasExplicitDefaultValue && IsNoLimit(parameter.ExplicitDefaultValue)),
            ILocalReferenceOperation local => OfValues(context, local.Local, depth) ?? new LimitFacts(LimitKind.Computed),
            IFieldReferenceOperation { Member: { } field } when IsLargestOf(field) => new LimitFacts(LimitKind.Constant, true),
            IPropertyReferenceOperation { Property.Name: "Value", Instance: { Type.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable } =>
                Of(context, nullable, depth + 1),
            IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } nullable } => Of(context, nullable, depth + 1),
            _ when CollectionMembers.Counted(limit) is not null || Clocks.IsRead(limit) => new LimitFacts(LimitKind.Computed),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, DeclaringSyntaxReferences.IsEmpty: true } } => new LimitFacts(LimitKind.Constant),
            IMemberReferenceOperation { Member: { } member } => new LimitFacts(LimitKind.Setting, false, IsUnlimitedByDefault(member)),
            _ => new LimitFacts(LimitKind.Computed),
        };
    }

    private static LimitFacts? OfValues(LoopContext context, object variable, int depth)
    {
        LimitFacts? result = null;
        foreach (var write in context.AllWrites(variable))
        {
            var facts = write.Value is { } value ? Of(context, value, depth + 1) : new LimitFacts(LimitKind.Computed);
            result = result?.Or(facts) ?? facts;
        }

        return result;
    }

    private static bool IsLargest(object? value) =>
        value is int.MaxValue or long.MaxValue or uint.MaxValue or ulong.MaxValue or double.MaxValue or double.PositiveInfinity or float.PositiveInfinity;

    /// <summary>A default by which programs say that there is no limit.</summary>
    private static bool IsNoLimit(object? value) => value is null or -1 or -1L or 0 or 0L || IsLargest(value);

    private static bool IsLargestOf(ISymbol field) =>
        field.Name == "MaxValue" && field.ContainingType is { Name: "TimeSpan" or "DateTime" or "DateTimeOffset" };

    /// <summary>
    /// Reads the initializer as it is written. A member without one counts as set by somebody: a zero that means "no limit" shows in a test of its own.
    /// </summary>
    private static bool IsUnlimitedByDefault(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax() switch
            {
                PropertyDeclarationSyntax property => property.Initializer,
                VariableDeclaratorSyntax variable => variable.Initializer,
                ParameterSyntax parameter => parameter.Default,
                _ => null,
            };
            if (initializer?.Value.ToString() is "-1" or "0" or "int.MaxValue" or "long.MaxValue" or "Int32.MaxValue" or "TimeSpan.MaxValue" or "Timeout.Infinite" or "Timeout.InfiniteTimeSpan" or "null")
            {
                return true;
            }
        }

        return false;
    }
}
