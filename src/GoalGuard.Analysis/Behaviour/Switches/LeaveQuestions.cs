using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Switches;

/// <summary>
/// Where an agent of the program asks for leave before it acts, by a method, a delegate or a service of the program's own: who answers always yes, and which setting
/// leaves the question out.
/// </summary>
internal sealed class LeaveQuestions(Engine engine, OffValues values, Action<IOperation, Off> found, CancellationToken cancellation)
{
    /// <summary>Members in which the choice of one type is looked for.</summary>
    private const int MaxMembers = 200;

    private readonly YesValues _yes = new(engine, cancellation);

    /// <summary>True for a member that acts on what a model says, or stands between a model and its tools.</summary>
    public bool AreOfAgent(IndexedMember member) => engine.Index.StandsBetween(member) || (engine.Index.MayAct(member) && IsNearModel(member));

    private bool IsNearModel(IndexedMember member) =>
        engine.Index.IsSource(member) || engine.Askers(cancellation).Asks(member) || engine.Meetings(cancellation).Hears(member)
        || engine.Members.Symbols(member, cancellation).OfType<IMethodSymbol>().Any(method => engine.Tools.IsTool(method, cancellation, out _));

    public void Scan(IOperation body)
    {
        foreach (var call in body.DescendantsAndSelf().OfType<IInvocationOperation>().Where(People.GiveLeave).ToList())
        {
            var off = new Off(SwitchKind.Approval, People.NameOf(call), SourceSpan.Of(call.Syntax), null);
            if (FunctionBodies.Receiver(call.Instance) is { } holder && call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
            {
                values.Trace(holder, off);
            }
            else
            {
                Answered(call.TargetMethod, off);
            }

            LeftOut(call, off);
        }
    }

    /// <summary>A method that always says yes is named where it does; one of several that may answer, where it is chosen.</summary>
    private void Answered(IMethodSymbol method, Off off)
    {
        var implementations = method.MethodKind == MethodKind.LocalFunction ? ImmutableArray.Create(method) : engine.Members.Implementations(method, cancellation);
        foreach (var implementation in implementations.Where(_yes.IsAlways))
        {
            if (Flow.Types.FullName(implementation.ContainingType) == Flow.Types.FullName(method.ContainingType) && !method.IsAbstract)
            {
                if (FunctionBodies.Of(engine, implementation, cancellation) is { } body)
                {
                    found(FunctionBodies.Answers(body).First(), off);
                }
            }
            else
            {
                Chosen(implementation.ContainingType, off);
            }
        }
    }

    /// <summary>Where the program makes or registers what always says yes.</summary>
    private void Chosen(INamedTypeSymbol type, Off off)
    {
        foreach (var body in engine.Index.Mentioning(Words.Hash(type.Name)).Take(MaxMembers).SelectMany(member => engine.Members.Symbols(member, cancellation))
            .SelectMany(symbol => engine.Bodies.Operations(symbol, cancellation)))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var operation in body.DescendantsAndSelf())
            {
                if (operation is IObjectCreationOperation creation ? Is(creation.Type, type)
                    : operation is IInvocationOperation call && call.TargetMethod.TypeArguments.Any(given => Is(given, type)))
                {
                    found(operation, off with { IsLowered = Uses.IsDecided(operation) });
                }
            }
        }
    }

    private static bool Is(ITypeSymbol? one, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(one?.OriginalDefinition, other.OriginalDefinition);

    /// <summary><c>settings.AutoApprove || Confirm(x)</c>, <c>settings.Ask &amp;&amp; !Confirm(x)</c>, <c>if (settings.Ask) { … Confirm(x) … }</c>.</summary>
    private void LeftOut(IOperation call, Off off)
    {
        for (var at = call; at.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation); at = parent)
        {
            var (condition, skips) = parent switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when either.RightOperand == at => (either.LeftOperand, true),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when both.RightOperand == at => (both.LeftOperand, false),
                IConditionalOperation choice when choice.WhenTrue == at => (choice.Condition, false),
                IConditionalOperation choice when choice.WhenFalse == at => (choice.Condition, true),
                _ => default((IOperation?, bool)),
            };
            if (condition is not null && Settings.Of(condition) is { } asked && Settings.LeavesOut(asked.Setting))
            {
                values.Trace(asked.Setting, off with { Values = Off.Truth(skips ^ asked.IsNegated) });
            }
        }
    }
}
