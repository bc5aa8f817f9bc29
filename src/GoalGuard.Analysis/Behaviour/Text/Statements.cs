using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Text;

/// <summary>
/// What statements do to the variables. A jump inside the member is read as if it went on: what it leaves out becomes, at worst, an alternative too many.
/// </summary>
internal static class Statements
{
    public static void Run(Walk walk, IOperation? statement)
    {
        if (statement is null || walk.IsDone || !(walk.Relevance.Touches(statement.Syntax) || MayEnd(statement)))
        {
            return;
        }

        if (walk.Slice.Enter())
        {
            Do(walk, statement);
            walk.Slice.Leave();
        }
    }

    /// <summary>A branch that leaves the member does so whatever it mentions.</summary>
    private static bool MayEnd(IOperation statement) =>
        statement is IReturnOperation or IThrowOperation or IBlockOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    private static void Do(Walk walk, IOperation statement)
    {
        switch (statement)
        {
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } item }:
                var yielded = walk.State[walk.Member] ?? AssembledText.Empty;
                walk.State = walk.State.With(walk.Member, yielded.Then(Lists.Element(Expressions.Of(walk, item), item)));
                break;
            case IReturnOperation result:
                Return(walk, result);
                break;
            case IThrowOperation thrown:
                Run(walk, thrown.Exception);
                walk.State = TextState.Unreachable;
                break;
            case IConditionalOperation { Type: null } test:
                If(walk, test);
                break;
            case ISwitchOperation choice:
                Switch(walk, choice);
                break;
            case IForEachLoopOperation loop:
                Repetitions.ForEach(walk, loop);
                break;
            case IForLoopOperation loop:
                Each(walk, loop.Before);
                Repetitions.Run(walk, loop, () => Each(walk, ImmutableArray.Create(loop.Condition!, loop.Body).AddRange(loop.AtLoopBottom)));
                break;
            case IWhileLoopOperation loop:
                var (first, last) = loop.ConditionIsTop ? (loop.Condition, loop.Body) : (loop.Body, loop.Condition);
                Repetitions.Run(walk, loop, () => Each(walk, ImmutableArray.Create(first!, last!)));
                break;
            case ITryOperation guarded:
                Try(walk, guarded);
                break;
            case ILocalFunctionOperation function:
                walk.IsTarget(function);
                break;
            case IVariableDeclaratorOperation declarator:
                Declare(walk, declarator);
                break;
            case IExpressionStatementOperation expression:
                Run(walk, expression.Operation);
                break;
            default:
                if (IsStatement(statement))
                {
                    Each(walk, statement.ChildOperations.ToImmutableArray());
                }
                else
                {
                    Expressions.Of(walk, statement);
                }

                break;
        }
    }

    /// <summary>What has no value; its parts are run in the order in which they are written.</summary>
    private static bool IsStatement(IOperation operation) => operation is
        IMethodBodyBaseOperation or IBlockOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IUsingOperation
        or IUsingDeclarationOperation or ILockOperation or ILabeledOperation or IVariableInitializerOperation;

    private static void Each(Walk walk, ImmutableArray<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            Run(walk, statement);
        }
    }

    private static void Return(Walk walk, IReturnOperation result)
    {
        if (result.ReturnedValue is { } value)
        {
            walk.Exits.Returned.Add(Expressions.Of(walk, value));
        }

        walk.Exits.Add(walk.State);
        walk.State = TextState.Unreachable;
    }

    private static void Declare(Walk walk, IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer() is { } initializer)
        {
            var text = Expressions.Of(walk, initializer.Value);
            walk.State = walk.Relevance.Keeps(declarator.Symbol, declarator.Symbol.Type) ? walk.State.With(declarator.Symbol, text) : walk.State;
        }
    }

    /// <summary>A chain of <c>else if</c> is one statement: it may be long.</summary>
    private static void If(Walk walk, IConditionalOperation first)
    {
        var after = TextState.Unreachable;
        for (IOperation? at = first; ; )
        {
            if (at is not IConditionalOperation test)
            {
                Run(walk, at);
                walk.State = after.Join(walk.State);
                return;
            }

            Run(walk, test.Condition);
            var otherwise = walk.State;
            Run(walk, test.WhenTrue);
            after = after.Join(walk.State);
            walk.State = otherwise;
            at = test.WhenFalse;
        }
    }

    private static void Switch(Walk walk, ISwitchOperation choice)
    {
        Run(walk, choice.Value);
        var before = walk.State;
        var hasDefault = choice.Cases.Any(each => each.Clauses.Any(clause => clause.CaseKind == CaseKind.Default));
        var after = hasDefault ? TextState.Unreachable : before;
        foreach (var section in choice.Cases)
        {
            walk.State = before;
            Each(walk, section.Body);
            after = after.Join(walk.State);
        }

        walk.State = after;
    }

    /// <summary>A handler may begin anywhere in what it guards: before, or behind all of it.</summary>
    private static void Try(Walk walk, ITryOperation guarded)
    {
        var before = walk.State;
        Run(walk, guarded.Body);
        var after = walk.State;
        var anywhere = before.Join(after);
        foreach (var handler in guarded.Catches)
        {
            walk.State = anywhere;
            Run(walk, handler.Handler);
            after = after.Join(walk.State);
        }

        walk.State = after;
        Run(walk, guarded.Finally);
    }
}
