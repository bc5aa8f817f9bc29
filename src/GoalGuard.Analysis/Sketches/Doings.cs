using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Agents;
using GoalGuard.Analysis.Behaviour.Picks;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Looks through the operations of one root of a member.</summary>
internal static class Doings
{
    public static Doing Of(Engine engine, IReadOnlyList<IOperation> operations, Repetition rounds)
    {
        var doing = Doing.None;
        foreach (var operation in operations)
        {
            doing |= IsPick(engine, operation) ? Doing.Picks : Doing.None;
            doing |= operation is IInvocationOperation call && Performs(call) ? Doing.Performs : Doing.None;
            doing |= !MakesAgent(engine, operation) ? Doing.None : rounds.Repeats(operation) ? Doing.MakesAgent | Doing.MakesAgents : Doing.MakesAgent;
        }

        return doing;
    }

    /// <summary>Calls a member without a body that is called by an acting verb, or an element of a collection of delegates.</summary>
    private static bool Performs(IInvocationOperation call) => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
        ? call.Instance is IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: false }
        : call.TargetMethod.IsAbstract && InferredActs.IsNamed(call.TargetMethod);

    private static bool IsPick(Engine engine, IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { Indices: var places } => places.Any(IsGiven),
        IPropertyReferenceOperation { Arguments: { IsEmpty: false } places } => places.Any(place => IsGiven(place.Value)),
        IInvocationOperation call => engine.Knowledge.RolesOf(call.TargetMethod).Any(entry => entry is { Role: Role.Selection, Place: not null }
            && (entry.Note == "key" || call.Arguments.Any(IsPointing))),
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var element }, Body: var body } =>
            body.DescendantsAndSelf().OfType<IConditionalOperation>().Any(branch => Pointing.IsAt(branch.Condition, element)),
        _ => false,
    };

    /// <summary>A lambda that compares what it is given with something else.</summary>
    private static bool IsPointing(IArgumentOperation argument) => Flow.Loops.Symbols.Plain(argument.Value) is IDelegateCreationOperation
    {
        Target: IAnonymousFunctionOperation { Symbol.Parameters: { IsEmpty: false } elements, Body: var body },
    } && Pointing.IsAt(body, elements[0]);

    /// <summary>A place that is neither constant nor counted through.</summary>
    private static bool IsGiven(IOperation place) => !place.ConstantValue.HasValue
        && !(Flow.Loops.Symbols.Of(place) is ILocalSymbol { DeclaringSyntaxReferences: { IsEmpty: false } declared } && declared[0].GetSyntax().Parent?.Parent is ForStatementSyntax);

    private static bool MakesAgent(Engine engine, IOperation operation) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } => AgentMaking.MayMake(engine, constructor),
        IInvocationOperation call => AgentMaking.MayMake(engine, call.TargetMethod),
        _ => false,
    };
}
