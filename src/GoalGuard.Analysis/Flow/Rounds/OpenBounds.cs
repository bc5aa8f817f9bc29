using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow.Loops;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>Bounds that the rest of the program leaves open: a token that nobody hands over, a limit that is set to none.</summary>
internal static class OpenBounds
{
    public static bool IsOpen(MethodAnalysis method, Bound bound) => bound.Kind == BoundKind.CallerToken
        ? bound.Variable is IParameterSymbol { HasExplicitDefaultValue: true } token && IsNeverFilled(method, token)
        : bound is { LimitKind: LimitKind.Setting, Limit: { } limit } && Symbols.Of(limit) is (IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null }) and { } setting
            && IsLifted(method, setting);

    /// <summary>An optional token, and calls in sight of which none hands one over.</summary>
    private static bool IsNeverFilled(MethodAnalysis method, IParameterSymbol token)
    {
        var isCalled = false;
        foreach (var (call, _) in token.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } of ? Callers.Of(method.Engine, of, method.Cancellation) : Enumerable.Empty<(IInvocationOperation, ISymbol)>())
        {
            isCalled = true;
            if (call.Arguments.Any(argument => argument.Parameter?.Ordinal == token.Ordinal && argument.ArgumentKind == ArgumentKind.Explicit && !IsNone(Symbols.Plain(argument.Value))))
            {
                return false;
            }
        }

        return isCalled;
    }

    private static bool IsNone(IOperation value) => value is IDefaultValueOperation or IPropertyReferenceOperation { Property: { Name: "None", ContainingType.Name: "CancellationToken" } };

    /// <summary>True if somewhere the limit is set to what programs call no limit.</summary>
    private static bool IsLifted(MethodAnalysis method, ISymbol setting) => method.Engine.Index.Mentioning(Words.Hash(setting.Name))
        .SelectMany(member => method.Engine.Members.Symbols(member, method.Cancellation))
        .SelectMany(member => method.Engine.Bodies.Operations(member, method.Cancellation))
        .SelectMany(body => body.DescendantsAndSelf()).OfType<ISimpleAssignmentOperation>()
        .Any(assignment => SymbolEqualityComparer.Default.Equals(Symbols.Of(assignment.Target)?.OriginalDefinition, setting.OriginalDefinition)
            && assignment.Value.ConstantValue is { HasValue: true, Value: -1 or -1L or 0 or 0L or int.MaxValue or long.MaxValue or null });
}
