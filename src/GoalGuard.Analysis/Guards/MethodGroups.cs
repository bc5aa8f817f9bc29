using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Guards;

/// <summary>Library checks that are handed over by name: <c>Where(allowed.Contains)</c>, <c>All(char.IsLetterOrDigit)</c>.</summary>
internal static class MethodGroups
{
    /// <summary>The member of a delegate that stands for the object that its method is called on.</summary>
    private const string Receiver = "#receiver";

    public static void Remember(Frame frame, Value @delegate, IMethodReferenceOperation reference)
    {
        if (reference.Instance is { } instance && frame.Engine.Members.Targets(reference.Method, frame.Method.Cancellation).IsEmpty)
        {
            Members.Write(frame, @delegate, Receiver, frame[instance]);
            frame.Method.GroupReceivers[@delegate.Id!] = instance;
        }
    }

    /// <summary>The object that the method of a library is called on.</summary>
    public static Value ReceiverOf(Frame frame, Value @delegate) => frame.State.Members(@delegate.Id).TryGetValue(Receiver, out var receiver) ? receiver : Value.Empty;

    /// <summary>What the method makes sure of for its argument; null if it is no check.</summary>
    public static Value? Check(Frame frame, IOperation site, Value @delegate, IMethodSymbol method, Func<IParameterSymbol, Value> argument)
    {
        if (method.Parameters.IsEmpty || !Types.IsBoolean(method.ReturnType))
        {
            return null;
        }

        var tested = argument(method.Parameters[method.Parameters.Length - 1]);
        if (CharacterChecks.IsNameClass(method))
        {
            return new Value { Id = frame.Fresh(site, "check"), Outcome = Outcome.True(HostChecks.Assured(tested, Guard.FileName).ToArray()) };
        }

        return @delegate.Id is { } id && frame.Method.GroupReceivers.TryGetValue(id, out var receiver)
            && frame.State.Members(id).TryGetValue(Receiver, out var collection)
            && AllowLists.OfGroup(frame, method, collection, receiver.Type, tested) is { } outcome
            ? new Value { Id = frame.Fresh(site, "check"), Outcome = outcome }
            : null;
    }
}
