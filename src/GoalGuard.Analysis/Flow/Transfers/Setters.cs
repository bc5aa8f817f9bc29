using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>A property or an indexer of the program is assigned: its setter says what that does.</summary>
internal static class Setters
{
    public static void Apply(Frame frame, IPropertyReferenceOperation reference, Value value)
    {
        if (reference.Property.SetMethod is not { DeclaringSyntaxReferences.IsEmpty: false } setter || (value.Targets.IsEmpty && !frame.Deep(value).IsWorthFollowing))
        {
            return;
        }

        var targets = frame.Engine.Members.Targets(setter, frame.Method.Cancellation);
        if (!targets.IsEmpty)
        {
            var call = new Call(reference, setter, reference.Instance, reference.Arguments);
            Summaries.Apply(frame, call, targets, isOpen: true, index =>
                index == Origin.Receiver ? frame[reference.Instance]
                : index == setter.Parameters.Length - 1 ? value
                : frame[call.Argument(index)]);
        }
    }
}
