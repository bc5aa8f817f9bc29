using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Guards;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>Stores.</summary>
internal static class Assignments
{
    public static Value Apply(Frame frame, ISimpleAssignmentOperation assignment)
    {
        var value = frame[assignment.Value];
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation { Local: { } reference })
        {
            Refer(frame, reference, Original(frame, assignment.Value) ?? assignment.Value);
            frame.State.SetVariable(reference, frame.Bake(value));
            return value;
        }

        Store(frame, assignment.Target, value, assignment.Value);
        return value;
    }

    /// <summary>A reference to a reference is one to what that refers to, so that none leads round in a circle.</summary>
    private static void Refer(Frame frame, ILocalSymbol reference, IOperation target)
    {
        var referred = target is ILocalReferenceOperation { Local: { IsRef: true } other } ? Remembered(frame, other) : target;
        frame.Method.CapturedTargets.Remove(reference);
        if (referred is not null and not ILocalReferenceOperation { Local.IsRef: true })
        {
            Remember(frame, reference, referred);
        }
    }

    public static Value Apply(Frame frame, ICompoundAssignmentOperation compound)
    {
        var before = frame[compound.Target];
        var added = frame[compound.Value];
        var value = Types.IsString(compound.Type)
            ? TextBuilding.Concat(frame, compound, before, added)
            : frame.Derive(compound, before, added) with { Targets = before.Targets.Union(added.Targets).ToImmutableArray() };
        Store(frame, compound.Target, value, compound.Value);
        return value;
    }

    /// <summary><c>votes[answer]++</c>.</summary>
    public static Value Apply(Frame frame, IIncrementOrDecrementOperation step)
    {
        var value = frame.Derive(step, frame[step.Target]);
        if (step.Target is IPropertyReferenceOperation { Property.IsIndexer: true })
        {
            Store(frame, step.Target, value, step);
        }

        return value;
    }

    /// <summary>A handler is subscribed: it joins those that are there.</summary>
    public static Value Apply(Frame frame, IEventAssignmentOperation subscription)
    {
        if (subscription.Adds && subscription.EventReference is IEventReferenceOperation reference)
        {
            var handler = frame[subscription.HandlerValue];
            foreach (var meant in MeantEvents.Of(frame.Engine, reference.Event, frame.Method.Cancellation).DefaultIfEmpty(reference.Event).ToList())
            {
                Subscribe(frame, reference, meant, handler);
            }
        }

        return Value.Empty;
    }

    private static void Subscribe(Frame frame, IEventReferenceOperation reference, IEventSymbol meant, Value handler)
    {
        if (meant.AddMethod is { } accessor && frame.Engine.Members.HasBody(accessor))
        {
            var call = new Call(reference, accessor, reference.Instance, ImmutableArray<IArgumentOperation>.Empty);
            Summaries.Apply(frame, call, ImmutableArray.Create(accessor), isOpen: true, index => index == Origin.Receiver ? frame[reference.Instance] : handler);
            return;
        }

        Invocations.Keep(frame, reference, meant, handler);
        var owner = meant.IsStatic ? new Value { Id = frame.Method.Static } : frame[reference.Instance];
        Members.Add(frame, owner, meant.IsStatic ? StateValues.StaticName(meant) : meant.Name, handler);
    }

    public static Value Apply(Frame frame, IDeconstructionAssignmentOperation deconstruction)
    {
        var value = frame[deconstruction.Value];
        Deconstruct(frame, Unwrap(deconstruction.Target), value, deconstruction.Value, Method(frame, deconstruction));
        return value;
    }

    /// <summary>The method that takes the value apart; a tuple has none.</summary>
    private static DeconstructionInfo Method(Frame frame, IDeconstructionAssignmentOperation deconstruction) => deconstruction.Syntax switch
    {
        AssignmentExpressionSyntax assignment => frame.Engine.Bodies.Model(assignment.SyntaxTree)?.GetDeconstructionInfo(assignment) ?? default,
        ForEachVariableStatementSyntax loop => OfLoop(frame, loop),
        { Parent: ForEachVariableStatementSyntax loop } => OfLoop(frame, loop),
        _ => default,
    };

    private static DeconstructionInfo OfLoop(Frame frame, ForEachVariableStatementSyntax loop) =>
        frame.Engine.Bodies.Model(loop.SyntaxTree)?.GetDeconstructionInfo(loop) ?? default;

    private static void Deconstruct(Frame frame, IOperation target, Value value, IOperation source, DeconstructionInfo method)
    {
        var open = new Stack<(IOperation Target, Value Value, DeconstructionInfo Method)>();
        open.Push((target, value, method));
        while (open.Count > 0)
        {
            var (at, whole, by) = open.Pop();
            if (at is ITupleOperation tuple)
            {
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    open.Push((Unwrap(tuple.Elements[i]), PrimaryConstructors.Part(frame, by.Method, whole, i), i < by.Nested.Length ? by.Nested[i] : default));
                }
            }
            else
            {
                Store(frame, at, whole, source);
            }
        }
    }

    private static IOperation Unwrap(IOperation target) => target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;

    /// <summary>Puts a value where the target says.</summary>
    public static void Store(Frame frame, IOperation target, Value value, IOperation source)
    {
        value = Choices.Assigned(frame, value, source, Unwrap(target));
        switch (Unwrap(target))
        {
            case ILocalReferenceOperation { Local: { } local }:
                frame.State.SetVariable(local, frame.Bake(value));
                if (local.IsRef && Remembered(frame, local) is { } referred)
                {
                    Store(frame, referred, value, source);
                }

                break;
            case IInvocationOperation { TargetMethod.ReturnsByRef: true } reference:
                foreach (var argument in reference.Arguments.Where(argument => argument.Parameter is { RefKind: RefKind.Ref }))
                {
                    // It may be a reference to any of them.
                    Store(frame, argument.Value, Either.Of(frame, argument, frame[argument], value), source);
                }

                StoreReferred(frame, reference, value);
                break;
            case IPropertyReferenceOperation reference when IsReference(reference):
                StoreReferred(frame, reference, value);
                break;
            case IParameterReferenceOperation { Parameter: { } parameter }:
                frame.State.SetVariable(parameter, frame.Bake(value));
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true } field } reference:
                Invocations.Keep(frame, reference, field, value);
                Members.Write(frame, new Value { Id = frame.Method.Static }, StateValues.StaticName(field), value);
                break;
            case IFieldReferenceOperation field:
                Invocations.Keep(frame, field, field.Field, value);
                Members.Write(frame, frame[field.Instance], Members.TupleName(field.Field), value);
                break;
            case IPropertyReferenceOperation property:
                StoreProperty(frame, property, value, source);
                break;
            case IArrayElementReferenceOperation element:
                Members.Add(frame, frame[element.ArrayReference], Members.Element, value);
                break;
            case IFlowCaptureReferenceOperation capture when Remembered(frame, capture) is { } remembered:
                Store(frame, remembered, value, source);
                break;
        }
    }

    /// <summary>True for a reference that a member of the program gave back, or any method; the indexer of a library's span is an element of it.</summary>
    private static bool IsReference(IOperation operation) => operation is IInvocationOperation { TargetMethod.ReturnsByRef: true }
        or IPropertyReferenceOperation { Property: { ReturnsByRef: true, DeclaringSyntaxReferences.IsEmpty: false } };

    /// <summary>What a reference stands for that a member gave back: a part of an object.</summary>
    private static void StoreReferred(Frame frame, IOperation reference, Value value)
    {
        if (frame[reference].Id is { } id && frame.Method.PlaceOf(id) is { } place)
        {
            Members.Write(frame, new Value { Id = place.Owner }, place.Name, value);
        }
    }

    private static void StoreProperty(Frame frame, IPropertyReferenceOperation reference, Value value, IOperation source)
    {
        var property = reference.Property;
        value = ToolObjects.Named(frame, reference, value, source);
        Acts.Assign(frame, reference, value, source);
        Protections.Assign(frame, reference, value, source);
        Invocations.Keep(frame, reference, property, value);
        Granting.Assign(frame, reference, value, source);
        Setters.Apply(frame, reference, value);
        if (property.IsIndexer)
        {
            Members.Add(frame, frame[reference.Instance], Members.Element, Votes.Tallied(frame, reference, value, source));
            foreach (var key in reference.Arguments.Where(key => !Types.CarriesNoText(key.Parameter?.Type)))
            {
                Members.AddKey(frame, frame[reference.Instance], frame[key]);
            }
        }
        else if (property.IsStatic)
        {
            Members.Write(frame, new Value { Id = frame.Method.Static }, StateValues.StaticName(property), value);
        }
        else
        {
            Members.Write(frame, frame[reference.Instance], property.Name, value);
            Sandboxes.Assign(frame, reference, value);
            HostedServers.Assign(frame, reference, value);
        }
    }

    /// <summary>The operation that a capture stands for, kept so that a later store goes to the real place.</summary>
    public static void Remember(Frame frame, object slot, IOperation captured)
    {
        if (captured is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
            or IArrayElementReferenceOperation
            || IsReference(captured))
        {
            frame.Method.CapturedTargets[slot] = captured;
            frame.Method.CapturedReceivers[captured] = frame[Receiver(captured)];
            foreach (var key in Keys(captured))
            {
                frame.Method.CapturedReceivers[key] = frame[key];
            }
        }
    }

    /// <summary>The operation that a capture was made of, where it is kept.</summary>
    public static IOperation? Original(Frame frame, IOperation? operation) =>
        operation is IFlowCaptureReferenceOperation reference
        && frame.Method.CapturedTargets.TryGetValue(frame.Method.Capture(frame.Graph, reference.Id), out var captured)
            ? captured
            : operation;

    /// <summary>What has to be known of a captured place to find it again: the object that it is part of, or the reference that a member gave back.</summary>
    private static IOperation? Receiver(IOperation captured) => captured switch
    {
        _ when IsReference(captured) => captured,
        IMemberReferenceOperation member => member.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        _ => null,
    };

    /// <summary>The keys of an indexer, which were evaluated with its receiver.</summary>
    private static ImmutableArray<IArgumentOperation> Keys(IOperation captured) =>
        captured is IPropertyReferenceOperation { Property.IsIndexer: true } indexer ? indexer.Arguments : ImmutableArray<IArgumentOperation>.Empty;

    private static IOperation? Remembered(Frame frame, IFlowCaptureReferenceOperation reference) => Remembered(frame, frame.Method.Capture(frame.Graph, reference.Id));

    private static IOperation? Remembered(Frame frame, object slot)
    {
        if (!frame.Method.CapturedTargets.TryGetValue(slot, out var captured))
        {
            return null;
        }

        // The receiver was evaluated in the block of the capture, another frame.
        if (Receiver(captured) is { } receiver && frame.Method.CapturedReceivers.TryGetValue(captured, out var value))
        {
            frame[receiver] = value;
        }

        foreach (var key in Keys(captured))
        {
            if (frame.Method.CapturedReceivers.TryGetValue(key, out var known))
            {
                frame[key] = known;
            }
        }

        return captured;
    }
}
