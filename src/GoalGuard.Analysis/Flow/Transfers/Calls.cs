using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Behaviour.Grants;
using GoalGuard.Analysis.Guards;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// What a call does, asked in this order: is it a model call, does it check or rebuild a value, is its body in sight, does knowledge say
/// how data flows through it; else its inputs flow to its result.
/// </summary>
internal static class Calls
{
    public static Value Apply(Frame frame, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        frame.Method.Named.Compare(frame, invocation);
        var call = new Call(invocation, method, invocation.Instance, invocation.Arguments);
        return method.MethodKind switch
        {
            MethodKind.DelegateInvoke when frame[invocation.Instance] is { Targets.IsEmpty: false } target =>
                Delegates.Invoke(frame, invocation, target, parameter => frame[call.Argument(parameter.Ordinal)]),
            MethodKind.DelegateInvoke when frame.Engine.Unfilled.IsAlwaysNull(Assignments.Original(frame, invocation.Instance), frame.Method.Cancellation) => Value.Empty,
            MethodKind.DelegateInvoke => Invocations.Invoke(frame, call, frame[invocation.Instance], Apply(frame, call)),
            MethodKind.LocalFunction => Local(frame, call),
            _ => Apply(frame, call),
        };
    }

    /// <summary>A local function leaves its <c>ref</c> and <c>out</c> parameters in what was given for them.</summary>
    private static Value Local(Frame frame, Call call)
    {
        var result = frame.Method.Delegates.Run(frame, new DelegateTarget(call.Method, null, null), parameter => frame[call.Argument(parameter.Ordinal)]);
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref }))
        {
            if (frame.State.Variable(call.Method.Parameters[argument.Parameter!.Ordinal]) is { } left)
            {
                Assignments.Store(frame, argument.Value, left, argument.Value);
            }
        }

        return result;
    }

    public static Value Apply(Frame frame, IObjectCreationOperation creation) =>
        creation.Constructor is { } constructor
            ? Apply(frame, new Call(creation, constructor, null, creation.Arguments))
            : frame.Derive(creation, Transfer.Children(frame, creation));

    public static Value ReadProperty(Frame frame, IPropertyReferenceOperation reference, IMethodSymbol getter) =>
        Apply(frame, new Call(reference, getter, reference.Instance, reference.Arguments));

    public static Value ReadIndexer(Frame frame, IPropertyReferenceOperation reference)
    {
        var call = new Call(reference, reference.Property.GetMethod ?? reference.Property.SetMethod!, reference.Instance, reference.Arguments);
        return (KnownFlows.Apply(frame, call, frame.Engine.Knowledge.FlowsOf(reference.Property)) is { } known
                ? Choices.Element(frame, known, reference, reference.Arguments)
                : null)
            ?? (Types.IsCollection(reference.Property.ContainingType)
                ? Members.ReadElement(frame, reference, reference.Instance!, reference.Arguments)
                : Apply(frame, call));
    }

    public static Value Convert(Frame frame, IConversionOperation conversion, IMethodSymbol method) =>
        Summaries.Invoke(frame, conversion, method, _ => frame[conversion.Operand]);

    private static Value Apply(Frame frame, Call call)
    {
        if (Nullables.IsUnwrapping(call))
        {
            return frame[call.Instance];
        }

        if (Enumerators.Begin(frame, call) is { } enumerator)
        {
            return enumerator;
        }

        var roles = frame.Engine.Knowledge.RolesOf(call.Method);
        Acts.Call(frame, call, roles);
        Protections.Call(frame, call, roles);
        frame.Method.Sites.See(frame, call);
        frame.Method.Models.Give(frame, call);
        ToolHandOvers.Apply(frame, call, roles);
        Granting.Call(frame, call, roles);
        var result = ModelOutputs.OfCall(frame, call, roles)
            ?? Approvals.OfCall(frame, call, roles)
            ?? GuardTable.Apply(frame, call)
            ?? InSight(frame, call)
            ?? KnownFlows.Apply(frame, call, frame.Engine.Knowledge.FlowsOf(call.Method))
            ?? Interpolations.Append(frame, call)
            ?? Unknown(frame, call, roles);
        NearMisses.See(frame, call, result);
        Acts.Added(frame, call);
        Granting.Added(frame, call);
        ReadFiles.Send(frame, call, roles);
        result = ReadFiles.Mark(frame, call, roles, Judgements.OfCall(frame, call, result));
        result = Sandboxes.Call(frame, call, roles, result);
        result = StatedChecks.Apply(frame, call, roles, result);
        result = StartedProcesses.Mark(call, result);
        result = Measurements.OfCall(frame, call, roles, result);
        result = ToolObjects.Mark(frame, call, roles, Training.Mark(frame, call, roles, result));
        return Approvals.IsApproval(call, roles) ? Approvals.Answer(result) : result;
    }

    private static Value? InSight(Frame frame, Call call)
    {
        if (call.Method is { IsImplicitlyDeclared: true, Name: "<Clone>$" })
        {
            return Members.Copy(frame, call.Operation, frame[call.Instance]);
        }

        if (PrimaryConstructors.Apply(frame, call) is { } made)
        {
            return made;
        }

        if (!Opening.IsWorth(frame, call))
        {
            return null;
        }

        var targets = frame.Engine.Dispatch.Targets(frame, call);
        return targets.IsEmpty ? null : Summaries.Apply(frame, call, targets);
    }

    /// <summary>Nothing is known of the callee. What an effect brings in from outside is not what it was asked with.</summary>
    private static Value Unknown(Frame frame, Call call, ImmutableArray<RoleEntry> roles)
    {
        var inputs = Identifiers.Fetched(call.Method, InputFacts(frame, call));
        foreach (var argument in call.Arguments)
        {
            var value = frame[argument];
            if (!value.Targets.IsEmpty)
            {
                var returned = Delegates.Invoke(frame, call.Operation, value, parameter => new Value
                {
                    Id = frame.Method.Intern(parameter, parameter.Name),
                    Facts = Frame.Narrow(inputs, parameter.Type),
                });
                inputs = inputs.Join(frame.Deep(returned));
            }
        }

        if (Workers.AreFoundBy(call.Method)
            || (roles.Any(entry => entry.Role.IsEffect() && entry.Role is not (Role.EffectReflection or Role.EffectProcess))
                && call.Operation is not IObjectCreationOperation))
        {
            inputs = FactSet.Empty;
        }

        foreach (var argument in call.Arguments.Where(argument => argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref }))
        {
            var facts = Frame.Narrow(inputs, argument.Parameter!.Type);
            Assignments.Store(frame, argument.Value, new Value { Id = frame.Fresh(argument), Facts = facts }, argument.Value);
        }

        return call.Method.ReturnsVoid && call.Operation is not IObjectCreationOperation
            ? Value.Empty
            : new Value { Id = frame.Fresh(call.Operation), Facts = Frame.Narrow(inputs, call.Operation.Type), Parts = NothingYet(frame, call, inputs) };
    }

    /// <summary>An own helper below a callee that was given nothing: members that call each other may find out more in a later round.</summary>
    private static PathParts? NothingYet(Frame frame, Call call, FactSet inputs) =>
        frame.Method.IsOpen && inputs.IsEmpty && !call.Method.DeclaringSyntaxReferences.IsEmpty ? PathParts.None : null;

    private static FactSet InputFacts(Frame frame, Call call) =>
        call.Arguments.Where(argument => argument.Parameter is not { RefKind: RefKind.Out })
            .Aggregate(ReceiverFacts(frame, call), (facts, argument) => facts.Join(frame.Deep(frame[argument])));

    /// <summary>What others gave a delegate is not what comes out of it here.</summary>
    private static FactSet ReceiverFacts(Frame frame, Call call) => call.Instance is null ? FactSet.Empty
        : call.Method.MethodKind == MethodKind.DelegateInvoke ? frame.FactsOf(frame[call.Instance])
        : frame.Deep(frame[call.Instance]);
}
