using GoalGuard.Analysis.Guards;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Lambdas and method groups: what may run later.</summary>
internal static class Delegates
{
    public static Value Make(Frame frame, IFlowAnonymousFunctionOperation lambda) =>
        Make(frame, lambda, new DelegateTarget(lambda.Symbol, lambda, frame.Graph));

    public static Value Make(Frame frame, IMethodReferenceOperation reference)
    {
        var result = Make(frame, reference, new DelegateTarget(reference.Method, null, null));
        MethodGroups.Remember(frame, result, reference);
        return result;
    }

    private static Value Make(Frame frame, IOperation operation, DelegateTarget target)
    {
        frame.Method.Delegates.HasMade = true;
        if (IsLocal(target))
        {
            frame.Method.Delegates.Made(frame, target);
        }

        return new Value { Id = frame.Fresh(operation), Targets = ImmutableArray.Create(target) };
    }

    /// <summary>True for lambdas and local functions, which run in the walk of their owner.</summary>
    public static bool IsLocal(DelegateTarget target) =>
        !target.IsElsewhere && (target.Lambda is not null || target.Method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction);

    /// <summary>What a call is made on runs with the arguments of the call.</summary>
    public static void InvokeReceiver(Frame frame, Call call)
    {
        var receiver = frame[call.Receiver];
        if (receiver.Targets.IsEmpty)
        {
            Invocations.Invoke(frame, call, receiver, Value.Empty);
        }
        else
        {
            Invoke(frame, call.Operation, receiver, parameter => frame[call.Argument(parameter.Ordinal)]);
        }
    }

    /// <summary>Runs what a delegate may run with these values for its parameters; the result is what it may return.</summary>
    public static Value Invoke(Frame frame, IOperation site, Value @delegate, Func<IParameterSymbol, Value> argument)
    {
        var result = Value.Empty;
        foreach (var target in @delegate.Targets)
        {
            var returned = IsLocal(target) ? frame.Method.Delegates.Run(frame, target, argument)
                : target.IsElsewhere ? HandedOuts.Invoke(frame, site, @delegate, target.Method, argument)
                : MethodGroups.Check(frame, site, @delegate, target.Method, argument) ?? OfMethod(frame, site, @delegate, target.Method, argument);
            result = ReferenceEquals(result, Value.Empty)
                ? returned
                : returned with { Facts = result.Facts.Join(returned.Facts), Outcome = null };
        }

        return result;
    }

    private static Value OfMethod(Frame frame, IOperation site, Value @delegate, IMethodSymbol method, Func<IParameterSymbol, Value> argument) =>
        frame.Engine.Members.Targets(method, frame.Method.Cancellation).IsEmpty && method.DeclaringSyntaxReferences.IsEmpty
            ? LibraryGroups.Invoke(frame, site, @delegate, method, argument)
            : Summaries.Invoke(frame, site, method, argument);
}
