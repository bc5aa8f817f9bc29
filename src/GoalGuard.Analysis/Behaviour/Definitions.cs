using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>What a local may hold: its initializer, what is assigned to it, the call that fills it, the collection or value that it is taken from.</summary>
internal static class Definitions
{
    public static IEnumerable<IOperation> Of(ILocalSymbol local, IOperation reference) => In(Root(reference), local);

    public static IEnumerable<IOperation> In(IOperation body, ILocalSymbol local)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (Value(operation, local) is { } value)
            {
                yield return value;
            }
        }
    }

    /// <summary>What a lambda's parameter is given: whatever the call that takes the lambda is called on.</summary>
    public static IEnumerable<IOperation> OfLambda(IParameterSymbol parameter, IOperation reference)
    {
        for (var at = reference; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.ContainingSymbol))
            {
                return Receiver(lambda) is { } receiver ? new[] { receiver } : Enumerable.Empty<IOperation>();
            }
        }

        return Enumerable.Empty<IOperation>();
    }

    /// <summary>What the call that takes the lambda is called on.</summary>
    public static IOperation? Receiver(IOperation lambda)
    {
        var at = lambda.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return at is IInvocationOperation call ? call.Instance ?? call.Arguments.FirstOrDefault()?.Value : null;
    }

    private static IOperation? Value(IOperation operation, ILocalSymbol local) => operation switch
    {
        IVariableDeclaratorOperation declarator when Is(declarator.Symbol, local) =>
            declarator.GetVariableInitializer()?.Value ?? (declarator.Parent as IForEachLoopOperation)?.Collection,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target.Local, local) => assignment.Value,
        IDeconstructionAssignmentOperation deconstruction when Refers(deconstruction.Target, local) => deconstruction.Value,
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Parent: { } call } argument when Refers(argument.Value, local) => call,
        IDeclarationPatternOperation pattern when Is(pattern.DeclaredSymbol, local) => Matched(pattern),
        IRecursivePatternOperation pattern when Is(pattern.DeclaredSymbol, local) => Matched(pattern),
        _ => null,
    };

    private static IOperation? Matched(IOperation pattern)
    {
        for (var at = pattern.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
                case ISwitchOperation statement:
                    return statement.Value;
            }
        }

        return null;
    }

    private static bool Refers(IOperation target, ILocalSymbol local) =>
        target.DescendantsAndSelf().Any(operation => operation is ILocalReferenceOperation reference && Is(reference.Local, local));

    private static bool Is(ISymbol? symbol, ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(symbol, local);

    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
