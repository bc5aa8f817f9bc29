using GoalGuard.Analysis.Behaviour;
using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Sketches;

/// <summary>Stores: into variables, into what the member was given, and into fields and properties.</summary>
internal sealed partial class Sketcher
{
    private void BindAll(IEnumerable<IOperation> patterns, InputSet value)
    {
        foreach (var pattern in patterns)
        {
            Bind(pattern, value);
        }
    }

    /// <summary>Variables that are declared in a pattern, or by a loop, may hold the value or any part of it.</summary>
    private void Bind(IOperation pattern, InputSet value)
    {
        foreach (var part in PostOrder.Of(pattern))
        {
            value |= part is IMemberReferenceOperation ? this[part] : InputSet.Empty;
        }

        foreach (var part in PostOrder.Of(pattern))
        {
            switch (part)
            {
                case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                    Assign(symbol, value);
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                    Assign(symbol, value);
                    break;
                case IListPatternOperation { DeclaredSymbol: { } symbol }:
                    Assign(symbol, value);
                    break;
                case IVariableDeclaratorOperation declarator:
                    Assign(declarator.Symbol, value);
                    break;
                case ILocalReferenceOperation local:
                    Assign(local.Local, value);
                    break;
            }
        }
    }

    /// <summary>Puts a value where the target says; an object holds what its members hold.</summary>
    private void Store(IOperation? target, InputSet value)
    {
        if (value.IsEmpty || (target is not null && Carriers.IsOutlet(Target(target).Type)))
        {
            return;
        }

        for (var at = target; at is not null;)
        {
            switch (at)
            {
                case ILocalReferenceOperation local:
                    Assign(local.Local, value);
                    StoreViewed(local.Local, value);
                    return;
                case IConditionalAccessInstanceOperation instance:
                    at = Accessed(instance);
                    break;
                case IDelegateCreationOperation creation:
                    at = creation.Target;
                    break;
                case IAnonymousFunctionOperation lambda:
                    GiveToLambdas(new[] { lambda.Symbol }, value);
                    return;
                case IMethodReferenceOperation group:
                    GiveToGroup(group, value);
                    return;
                case IEventReferenceOperation @event:
                    StoreState(@event, value);
                    return;
                case IParameterReferenceOperation parameter:
                    Assign(parameter.Parameter, value);
                    StoreParameter(parameter.Parameter, value);
                    return;
                case IFieldReferenceOperation field:
                    StoreState(field, value);
                    at = field.Instance;
                    break;
                case IPropertyReferenceOperation property:
                    StoreState(property, value);
                    if (property.Property.GetMethod is { } getter && HandsOut(getter) && !IsAutomatic(getter))
                    {
                        _calls[CallAt(property, MemberKey.Of(getter))].Give(Port.Returned, value);
                    }

                    Set(property, value);
                    ActOn(property, value);
                    if (Carriers.IsPayload(property.Type) && VariableOf(property.Instance) is { } message)
                    {
                        Load(message, value);
                        return;
                    }

                    at = property.Instance;
                    break;
                case IArrayElementReferenceOperation element:
                    at = element.ArrayReference;
                    break;
                case IDeclarationExpressionOperation declaration:
                    at = declaration.Expression;
                    break;
                case IConversionOperation conversion:
                    at = conversion.Operand;
                    break;
                case IObjectCreationOperation { Constructor: { } constructor } made when !IsOurs(constructor) && Types.MayHoldDelegate(made.Type):
                    GiveToLambdas(made.Arguments, value);
                    return;
                case IAwaitOperation awaited:
                    at = awaited.Operation;
                    break;
                case IInvocationOperation { TargetMethod: { } made } call when HandsOut(made):
                    _calls[CallAt(call, MemberKey.Of(made))].Give(Port.Returned, value);
                    return;
                case IInvocationOperation invocation:
                    at = invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value;
                    break;
                case ITupleOperation tuple:
                    foreach (var part in PostOrder.Of(tuple).Where(part => part is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation))
                    {
                        Store(part, value);
                    }

                    return;
                default:
                    return;
            }
        }
    }

    /// <summary>A setter of the program may do anything with the value.</summary>
    private void Set(IPropertyReferenceOperation property, InputSet value)
    {
        if (property.Property.SetMethod is { } setter && IsOurs(property.Property) && (setter.IsAbstract || engine.Members.HasBody(setter)))
        {
            var position = CallAt(property, MemberKey.Of(setter));
            _calls[position].Give(Port.Receiver, this[property.Instance]);
            _calls[position].Give(setter.Parameters.Length - 1, value);
        }
    }

    /// <summary>The keys of an indexed store are kept in the collection as well.</summary>
    private InputSet Keys(IOperation target) => target is IPropertyReferenceOperation { Property.IsIndexer: true } indexed ? Given(indexed.Arguments) : InputSet.Empty;

    /// <summary>What is written into what the member was given, its caller gets back.</summary>
    private void StoreParameter(IParameterSymbol parameter, InputSet value)
    {
        if (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _member))
        {
            Output(new Port(PortKind.Given), value);
        }
        else if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            Output(new Port(PortKind.State, MemberKey.OfPrimary(parameter)), value);
        }
    }

    private void StoreState(IMemberReferenceOperation state, InputSet value)
    {
        if (IsOwn(state) && !_kept.Holds(value))
        {
            _kept |= value;
            _isChanged = true;
        }

        if (IsOwn(state) && !state.Member.IsStatic && May(state.Type) && _member is not IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            Output(new Port(PortKind.Own), value);
        }

        if ((IsReachable(state) || IsSettable(state.Member)) && StateValues.MayHoldText(state.Member) && May(state.Type))
        {
            foreach (var key in state.Member is IEventSymbol ? MemberKey.AnsweredBy(state.Member) : new[] { MemberKey.Of(state.Member) })
            {
                Output(new Port(PortKind.State, key), value);
            }

            Assign(state.Member, value);
        }
    }

    /// <summary>True for state that other types may assign.</summary>
    private static bool IsSettable(ISymbol state) =>
        IsOurs(state) && state.DeclaredAccessibility != Accessibility.Private
        && state is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod.DeclaredAccessibility: not Accessibility.Private };
}
