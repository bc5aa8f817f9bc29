using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Applies callees' summaries: parameter numbers become the values of this call.</summary>
internal static class Summaries
{
    /// <summary>A call of a method by its symbol, with values for its parameters from elsewhere than an argument list.</summary>
    public static Value Invoke(Frame frame, IOperation site, IMethodSymbol method, Func<IParameterSymbol, Value> argument)
    {
        var call = new Call(site, method, null, ImmutableArray<IArgumentOperation>.Empty);
        var targets = frame.Engine.Members.Targets(method, frame.Method.Cancellation);
        return targets.IsEmpty ? Value.Empty
            : Apply(frame, call, targets, isOpen: true, index => index >= 0 && index < method.Parameters.Length ? argument(method.Parameters[index]) : Value.Empty);
    }

    public static Value Apply(Frame frame, Call call, ImmutableArray<IMethodSymbol> targets) =>
        Apply(frame, call, targets, Opening.IsGivenFacts(frame, call), index => index == Origin.Receiver ? Receiver(frame, call) : frame[call.Argument(index)]);

    private static Value Receiver(Frame frame, Call call) =>
        call.Operation is IObjectCreationOperation ? new Value { Id = frame.Fresh(call.Operation) } : frame[call.Instance];

    public static Value Apply(Frame frame, Call call, ImmutableArray<IMethodSymbol> targets, bool isOpen, Func<int, Value> argument)
    {
        var applications = new List<Application>();
        foreach (var target in targets)
        {
            if (frame.Method.Lookup(new Question(target, isOpen)) is { } summary)
            {
                applications.Add(new Application(frame, call, target, summary, argument));
                if (!summary.Models.IsEmpty)
                {
                    frame.Method.Models.Called(frame, call.Operation, target);
                }
            }
        }

        if (applications.Count == 0)
        {
            return Value.Empty;
        }

        // All see the state before the call; what they write joins.
        var before = frame.State;
        Value? result = null;
        FlowState? after = null;
        foreach (var application in applications)
        {
            frame.State = before.Copy();
            var value = application.Run();
            if (result is null)
            {
                (result, after) = (value, frame.State);
            }
            else
            {
                result = new ValueJoiner(after!, frame.State, _ => frame.Fresh(call.Operation, "dispatch"), Divergence.None).Join(result, value, call.Operation);
                after!.JoinWith(frame.State, slot => frame.Method.Intern((call.Operation.Syntax, slot), "dispatch"));
            }
        }

        frame.State = after!;
        return result!;
    }

    /// <summary>What an initializer writes into the object that a constructor makes.</summary>
    public static void Initialise(Frame frame, Call call, Summary initializer, Value made) =>
        new Application(frame, call, call.Method, initializer, index => index == Origin.Receiver ? made : Value.Empty).Run();
}
