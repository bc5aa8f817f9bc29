using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Lambdas, local functions and method groups: what they may be given by those who run them.</summary>
internal sealed partial class Sketcher
{
    private void GiveTo(IMethodSymbol local, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                var given = local.OriginalDefinition.Parameters[parameter.Ordinal];
                Assign(given, this[argument.Value]);
                if (parameter.RefKind is RefKind.Out or RefKind.Ref || Carriers.IsFillable(parameter.Type))
                {
                    Store(argument.Value, Variable(given));
                }
            }
        }
    }

    /// <summary>Whoever is handed a delegate may run it with anything else that it has.</summary>
    private void GiveToLambdas(ImmutableArray<IArgumentOperation> arguments, InputSet given)
    {
        if (given.IsEmpty)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            switch (Target(argument.Value))
            {
                case IAnonymousFunctionOperation lambda:
                    GiveToLambdas(new[] { lambda.Symbol }, given);
                    break;
                case IMethodReferenceOperation group:
                    GiveToGroup(group, given);
                    break;
                case IInvocationOperation { TargetMethod: { } made } call when HandsOut(made):
                    Store(call, given);
                    break;
                case { Type.TypeKind: TypeKind.Delegate }:
                    GiveToLambdas(_lambdas, given);
                    break;
            }
        }
    }

    private void GiveToGroup(IMethodReferenceOperation group, InputSet given)
    {
        if (group.Method.MethodKind == MethodKind.LocalFunction)
        {
            GiveToLambdas(new[] { group.Method.OriginalDefinition }, given);
        }
        else if (IsOurs(group.Method))
        {
            var position = CallAt(group, MemberKey.Of(group.Method));
            foreach (var parameter in group.Method.Parameters)
            {
                _calls[position].Give(parameter.Ordinal, given);
            }
        }
        else
        {
            ActOn(engine.Knowledge.RolesOf(group.Method), given);
        }
    }

    /// <summary>Whoever reads a field, property or event invokes the delegates that are put into it with what others leave there.</summary>
    private void Keep(IOperation? target, IOperation value)
    {
        var at = target;
        while (at is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } keyed } && !IsOurs(((IPropertyReferenceOperation)at).Property))
        {
            at = keyed;
        }

        if (at is IMemberReferenceOperation { Member: { } state } && IsOurs(state) && Types.MayHoldDelegate(at.Type))
        {
            GiveInto(value, HeldIn(MemberKey.Of(state), at.Type));
        }
        else if (at is IMemberReferenceOperation { Member: { } filled, Type: { } type } && IsOurs(filled) && Carriers.IsFilled(type))
        {
            Store(Target(value), HeldIn(MemberKey.Of(filled), type));
        }
        else if (at is IParameterReferenceOperation { Parameter: { RefKind: not RefKind.None } parameter } && Types.MayHoldDelegate(at.Type))
        {
            GiveInto(value, Variable(parameter));
        }
    }

    /// <summary>An accessor of the program may do anything with the handler.</summary>
    private void Subscribe(IEventReferenceOperation @event, IEventAssignmentOperation subscription)
    {
        if (subscription.Adds && @event.Event.AddMethod is { } accessor && IsOurs(@event.Event) && (accessor.IsAbstract || engine.Members.HasBody(accessor)))
        {
            var position = CallAt(subscription, MemberKey.Of(accessor));
            _calls[position].Give(Port.Receiver, this[@event.Instance]);
            _calls[position].Give(0, this[subscription.HandlerValue]);
            GiveInto(subscription.HandlerValue, Input(new Port(PortKind.After, Index: position)));
        }
    }

    /// <summary>Whoever calls the member may invoke what it gives back.</summary>
    private void HandOut(IOperation? returned)
    {
        if (Types.MayHoldDelegate(Types.Unwrap(returned?.Type)))
        {
            GiveInto(returned!, Input(new Port(PortKind.Parameter, Index: Port.Returned)));
        }
        else if (returned?.Type is { } type && Carriers.IsFilled(type))
        {
            Store(Target(returned), Input(new Port(PortKind.Parameter, Index: Port.Returned)));
        }
    }

    /// <summary>True for a member of the program that gives back delegates, or an object that somebody fills.</summary>
    private static bool HandsOut(IMethodSymbol method) =>
        IsOurs(method) && Types.Unwrap(method.ReturnType) is { } type && (Types.MayHoldDelegate(type) || Carriers.IsFilled(type));

    /// <summary>Gives it to all delegates that are written out in the value.</summary>
    private void GiveInto(IOperation value, InputSet given)
    {
        if (given.IsEmpty)
        {
            return;
        }

        foreach (var part in PostOrder.Of(value))
        {
            var isVariable = part is ILocalReferenceOperation or IParameterReferenceOperation && part.Type?.TypeKind == TypeKind.Delegate;
            if (isVariable || part is IAnonymousFunctionOperation or IMethodReferenceOperation
                || (part is IInvocationOperation { TargetMethod: { } made } && HandsOut(made)))
            {
                Store(part, given);
            }
        }
    }

    private void GiveToLambdas(IEnumerable<IMethodSymbol> lambdas, InputSet given)
    {
        foreach (var lambda in lambdas)
        {
            foreach (var parameter in lambda.Parameters)
            {
                if (May(parameter.Type))
                {
                    Assign(parameter, given);
                }
            }
        }
    }

    private static IOperation Target(IOperation value)
    {
        for (var at = value; ;)
        {
            switch (at)
            {
                case IConversionOperation conversion:
                    at = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    at = creation.Target;
                    break;
                default:
                    return at;
            }
        }
    }

    /// <summary>A method that is handed over by name: whoever runs it gets what it gives back.</summary>
    private InputSet Group(IMethodReferenceOperation reference)
    {
        var method = reference.Method;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return Variable(method.OriginalDefinition);
        }

        if (!IsOurs(method))
        {
            var roles = engine.Knowledge.RolesOf(method);
            return IsSource(method, reference, roles) ? this[reference.Instance] | Source : this[reference.Instance];
        }

        var position = CallAt(reference, MemberKey.Of(method));
        _calls[position].Give(Port.Receiver, this[reference.Instance]);
        return May(method.ReturnType) ? this[reference.Instance] | Input(new Port(PortKind.Result, Index: position)) : this[reference.Instance];
    }
}
