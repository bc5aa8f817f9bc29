using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Locals, parameters, the receiver, and the captures that stand for operands across branches.</summary>
internal static class Variables
{
    public static Value Read(Frame frame, IOperation operation, ISymbol variable)
    {
        if (frame.State.Variable(variable) is { } value)
        {
            return variable is ILocalSymbol local ? frame.Method.Named.Read(frame, local, value) : value;
        }

        // A primary constructor's parameter, read in another member, is state of the type.
        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
            && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, frame.Method.Member))
        {
            return Members.OfReceiver(frame, variable.Name, null);
        }

        return variable is IParameterSymbol { ContainingSymbol: INamedTypeSymbol } extended
            ? EntryValues.Extended(frame.Method, extended)
            : new Value { Id = frame.Method.Intern(variable, variable.Name) };
    }

    public static Value Receiver(Frame frame, IInstanceReferenceOperation instance) =>
        instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance
            ? new Value { Id = frame.Method.This }
            : new Value { Id = frame.Method.Intern(instance.Syntax, "implicit receiver") };

    public static Value Capture(Frame frame, IFlowCaptureOperation capture)
    {
        var slot = frame.Method.Capture(frame.Graph, capture.Id);
        var value = frame.Bake(Choices.Assigned(frame, frame[capture.Value], capture.Value));
        frame.State.SetVariable(slot, value);
        Assignments.Remember(frame, slot, capture.Value);
        return value;
    }

    public static Value Captured(Frame frame, IFlowCaptureReferenceOperation reference) =>
        frame.State.Variable(frame.Method.Capture(frame.Graph, reference.Id)) ?? Value.Empty;
}
