using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Objects: the own one, what it holds, and what is being initialised.</summary>
internal sealed partial class Sketcher
{
    /// <summary>What this member, or others of the type, left in a field or property of the same object.</summary>
    private InputSet Held(IMemberReferenceOperation state) =>
        IsReachable(state) && StateValues.MayHoldText(state.Member) && May(state.Type)
            ? Variable(state.Member) | HeldIn(MemberKey.Of(state.Member), state.Type)
            : InputSet.Empty;

    /// <summary>What is held there; of delegates also what they are invoked with.</summary>
    private InputSet HeldIn(MemberKey key, ITypeSymbol? type) => Input(new Port(PortKind.Held, key, Types.MayHoldDelegate(type) ? Port.OfDelegate : 0));

    /// <summary>State of the own object; of delegates that of any object, which anybody may invoke; and of services what only they assign.</summary>
    private static bool IsReachable(IMemberReferenceOperation state) =>
        IsOwn(state) || (IsOurs(state.Member) && Types.MayHoldDelegate(state.Type)) || (KeptProperties.Are(state.Member) && KeptProperties.AreHeldBy(Owner(state)));

    private static IOperation? Owner(IMemberReferenceOperation state) =>
        state.Instance is IConditionalAccessInstanceOperation instance ? Accessed(instance) : state.Instance;

    private static bool IsOwn(IMemberReferenceOperation state) =>
        IsOurs(state.Member) && (state.Member.IsStatic || state.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });

    /// <summary>What stands before the question mark of <c>a?.B</c>.</summary>
    private static IOperation? Accessed(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation at = instance; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalAccessOperation access && at == access.WhenNotNull)
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary>In an initializer, what is initialised; else the object itself.</summary>
    private InputSet Receiver(IInstanceReferenceOperation instance)
    {
        if (instance.ReferenceKind != InstanceReferenceKind.ImplicitReceiver)
        {
            return Input(new Port(PortKind.Parameter, Index: Port.Receiver));
        }

        for (var at = instance.Parent; at is not null and not IObjectCreationOperation; at = at.Parent)
        {
            if (at is IMemberInitializerOperation member)
            {
                return this[member.InitializedMember];
            }
        }

        return InputSet.Empty;
    }

    /// <summary>What the parts of an initializer hold; those that add give nothing back.</summary>
    private InputSet Initialised(IObjectOrCollectionInitializerOperation initializer)
    {
        var value = InputSet.Empty;
        foreach (var part in initializer.Initializers)
        {
            value |= part is IInvocationOperation add ? Given(add.Arguments) : this[part];
        }

        return value;
    }
}
