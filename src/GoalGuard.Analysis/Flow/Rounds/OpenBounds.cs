using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>Bounds that the rest of the program leaves open: a token that nobody hands over, a limit that is set to none.</summary>
internal static class OpenBounds
{
    public static bool IsOpen(Engine engine, Bound bound, CancellationToken cancellation) => bound.Kind == BoundKind.CallerToken
        ? bound.Variable is IParameterSymbol { HasExplicitDefaultValue: true } token && IsNeverFilled(engine, token, cancellation)
        : bound is { LimitKind: LimitKind.Setting, Limit: { } limit }
            && Symbols.Of(limit) is { DeclaringSyntaxReferences.IsEmpty: false } and (IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null }) and { } setting
            && IsLifted(engine, setting, cancellation);

    /// <summary>An optional token, and calls in sight of which none hands one over.</summary>
    private static bool IsNeverFilled(Engine engine, IParameterSymbol token, CancellationToken cancellation)
    {
        var isCalled = false;
        var callers = token.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } called
            ? Callers.Of(engine, called, cancellation)
            : Enumerable.Empty<(IInvocationOperation Call, ISymbol Member)>();
        foreach (var (call, _) in callers)
        {
            isCalled = true;
            if (call.Arguments.Any(argument => argument.Parameter?.Ordinal == token.Ordinal
                && argument.ArgumentKind == ArgumentKind.Explicit && !IsNone(Symbols.Plain(argument.Value))))
            {
                return false;
            }
        }

        return isCalled;
    }

    private static bool IsNone(IOperation value) => value is IDefaultValueOperation or IPropertyReferenceOperation { Property: { Name: "None", ContainingType.Name: "CancellationToken" } };

    /// <summary>True if somewhere the limit is set to what programs call no limit.</summary>
    private static bool IsLifted(Engine engine, ISymbol setting, CancellationToken cancellation) => engine.Index.Mentioning(Words.Hash(setting.Name))
        .SelectMany(member => engine.Members.Symbols(member, cancellation))
        .SelectMany(member => engine.Bodies.Operations(member, cancellation))
        .SelectMany(body => body.DescendantsAndSelf()).OfType<ISimpleAssignmentOperation>()
        .Any(assignment => SymbolEqualityComparer.Default.Equals(Symbols.Of(assignment.Target)?.OriginalDefinition, setting.OriginalDefinition)
            && assignment.Value.ConstantValue is { HasValue: true, Value: -1 or -1L or 0 or 0L or int.MaxValue or long.MaxValue or null });
}
