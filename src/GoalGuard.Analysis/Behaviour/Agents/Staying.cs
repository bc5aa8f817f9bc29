using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;
using Symbols = GoalGuard.Analysis.Flow.Loops.Symbols;

namespace GoalGuard.Analysis.Behaviour.Agents;

/// <summary>Does what is made in a round of a loop outlive the round? It is kept in a collection from outside,
/// or started and not waited for. A single variable keeps the last one only.</summary>
internal sealed class Staying(Engine engine, SourceSpan loop, CancellationToken cancellation)
{
    /// <summary>How many helpers an object may be handed through.</summary>
    private const int MaxMembers = 3;

    /// <summary>Expressions that are looked at for one object.</summary>
    private const int MaxUses = 64;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Queue<(IOperation Use, int Depth)> _open = new();

    private bool _isInLoop;

    /// <summary>What was made in a helper may stay in what the helper knows, or in what its caller does with the result.</summary>
    public bool Stays(IOperation made)
    {
        _isInLoop = loop.Contains(SourceSpan.Of(made.Syntax));
        _open.Enqueue((made, 0));
        for (var looked = 0; _open.Count > 0 && looked < MaxUses; looked++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (use, depth) = _open.Dequeue();
            if (Stays(Outer(use), depth))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The expression with conversions and the like around it.</summary>
    private static IOperation Outer(IOperation use)
    {
        while (use.Parent is IConversionOperation or IAwaitOperation or IParenthesizedOperation or IObjectOrCollectionInitializerOperation or IArgumentOperation
            or ICoalesceOperation)
        {
            use = use.Parent;
        }

        return use;
    }

    private bool Stays(IOperation use, int depth)
    {
        switch (use.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                Follow(local, use, depth);
                return false;
            case ISimpleAssignmentOperation assignment when assignment.Value == use && IsVariable(assignment.Target):
                Follow(Symbols.Of(assignment.Target)!, use, depth);
                return false;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: false } or IArrayElementReferenceOperation } assignment:
                return assignment.Value == use && IsFromOutside(assignment.Target);
            case IReturnOperation { Kind: OperationKind.YieldReturn }:
                return true;
            case IInvocationOperation call when call.Instance == use || (use is IArgumentOperation { Parameter.Ordinal: 0 } && call.TargetMethod.IsExtensionMethod):
                return IsStarted(call);
            case IInvocationOperation call when use is IArgumentOperation given:
                Hand(call, given, depth);
                return call.Instance is { } receiver && Types.IsCollection(receiver.Type) && IsFromOutside(receiver);
            default:
                return false;
        }
    }

    private static bool IsVariable(IOperation target) =>
        Symbols.Plain(target) is ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true };

    /// <summary>A variable is followed to where the member uses it.</summary>
    private void Follow(ISymbol variable, IOperation use, int depth)
    {
        if (_seen.Add(variable))
        {
            Open(
                Definitions.Root(use).DescendantsAndSelf()
                    .Where(each => each is ILocalReferenceOperation or IMemberReferenceOperation
                        && SymbolEqualityComparer.Default.Equals(Symbols.Of(each), variable)), depth);
        }
    }

    /// <summary>A helper of this program that is given the object may keep it.</summary>
    private void Hand(IInvocationOperation call, IArgumentOperation given, int depth)
    {
        var isFollowed = depth < MaxMembers && given.Parameter is not null;
        foreach (var target in isFollowed ? engine.Members.Targets(call.TargetMethod, cancellation) : ImmutableArray<IMethodSymbol>.Empty)
        {
            if (_seen.Add(target))
            {
                Open(engine.Bodies.Operations(target, cancellation).SelectMany(body => body.DescendantsAndSelf()).OfType<IParameterReferenceOperation>()
                    .Where(each => each.Parameter.Ordinal == given.Parameter!.Ordinal
                        && SymbolEqualityComparer.Default.Equals(each.Parameter.ContainingSymbol, target)), depth + 1);
            }
        }
    }

    private void Open(IEnumerable<IOperation> uses, int depth)
    {
        foreach (var use in uses)
        {
            _open.Enqueue((use, depth));
        }
    }

    /// <summary>A member, or a variable that is declared outside of the loop.</summary>
    private bool IsFromOutside(IOperation target)
    {
        var at = Symbols.Plain(target);
        while (at is IPropertyReferenceOperation { Arguments.IsEmpty: false, Instance: { } indexed })
        {
            at = Symbols.Plain(indexed);
        }

        at = at is IArrayElementReferenceOperation element ? Symbols.Plain(element.ArrayReference) : at;
        return at switch
        {
            IMemberReferenceOperation { Instance: { } owner and not IInstanceReferenceOperation } => IsFromOutside(owner),
            IMemberReferenceOperation => true,
            ILocalReferenceOperation { Local: var local } => _isInLoop
                && !local.DeclaringSyntaxReferences.Any(reference => loop.Contains(SourceSpan.Of(reference.SyntaxTree, reference.Span))),
            IParameterReferenceOperation => true,
            _ => false,
        };
    }

    /// <summary>Started, and neither waited for nor kept: <c>_ = agent.RunAsync()</c>, also within <c>Task.Run</c>.</summary>
    private static bool IsStarted(IInvocationOperation call)
    {
        if (call.TargetMethod.ReturnType.Name is not ("Task" or "ValueTask"))
        {
            return false;
        }

        IOperation at = call;
        while (at.Parent is IConversionOperation or IReturnOperation or IBlockOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IArgumentOperation
            || at.Parent is IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" } }
            || (at.Parent is IAwaitOperation or IExpressionStatementOperation && IsInDelegate(at)))
        {
            at = at.Parent;
        }

        return at.Parent is IExpressionStatementOperation || at.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    private static bool IsInDelegate(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
