using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Rounds;

/// <summary>
/// Does each round of a recursion go on in an object that the one before was made with? What an object is made with was there before it, so the chain comes to an end:
/// a pipeline calls its strategies, a wrapper what it wraps.
/// </summary>
internal static class HeldObjects
{
    /// <summary>Expressions that are looked at for one receiver.</summary>
    private const int MaxSteps = 32;

    private enum Receiver
    {
        /// <summary>The object itself.</summary>
        Same,

        /// <summary>One that it was made with.</summary>
        Held,

        /// <summary>Any other.</summary>
        Other,
    }

    public static bool AreGoneInto(MethodAnalysis method, ImmutableArray<CycleStation> cycle)
    {
        var receivers = cycle.SelectMany(station => station.Calls).Select(call => Of(method, call)).ToList();
        return receivers.Contains(Receiver.Held) && !receivers.Contains(Receiver.Other);
    }

    private static Receiver Of(MethodAnalysis method, IOperation call)
    {
        if (method.Engine.Bodies.Model(call.Syntax.SyntaxTree)?.GetOperation(call.Syntax, method.Cancellation) is not IInvocationOperation { Instance: { } instance })
        {
            return Receiver.Other;
        }

        var open = new Queue<IOperation>(new[] { instance });
        var known = Receiver.Same;
        for (var steps = 0; open.Count > 0; steps++)
        {
            var at = Symbols.Plain(open.Dequeue());
            if (steps == MaxSteps || (at is not IInstanceReferenceOperation && !IsHeld(at) && !Follow(at, open)))
            {
                return Receiver.Other;
            }

            known = at is IInstanceReferenceOperation ? known : Receiver.Held;
        }

        return known;
    }

    /// <summary>A member that nobody assigns once the object is made, or a parameter of its primary constructor.</summary>
    private static bool IsHeld(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: false }, Instance: IInstanceReferenceOperation } => true,
        IPropertyReferenceOperation { Property: { SetMethod: null or { IsInitOnly: true }, IsStatic: false, IsIndexer: false }, Instance: IInstanceReferenceOperation } => true,
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => false,
    };

    /// <summary>A variable is what it is set to, an element what its collection is; false where nobody knows.</summary>
    private static bool Follow(IOperation operation, Queue<IOperation> open)
    {
        var count = open.Count;
        foreach (var next in Sources(operation))
        {
            open.Enqueue(next);
        }

        return open.Count > count;
    }

    private static IEnumerable<IOperation> Sources(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => Behaviour.Definitions.Of(local.Local, local),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter } =>
            Behaviour.Definitions.OfLambda(parameter, operation),
        IArrayElementReferenceOperation element => new[] { element.ArrayReference },
        IPropertyReferenceOperation { Instance: { } list, Arguments.IsEmpty: false } => new[] { list },
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } call
            when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } source => new[] { source },
        _ => Enumerable.Empty<IOperation>(),
    };
}
