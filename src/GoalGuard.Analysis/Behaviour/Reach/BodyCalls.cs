using GoalGuard.Analysis.Behaviour.Wiring;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Reach;

/// <summary>A member that an operation runs, or whose making it starts.</summary>
/// <param name="Callee">As it is named there.</param>
/// <param name="IsExact">True if nothing that overrides it runs instead.</param>
/// <param name="Receiver">The object that chooses, where there is an expression for it.</param>
internal readonly record struct BodyCall(ISymbol Callee, bool IsExact, IOperation? Receiver = null);

/// <summary>
/// What an operation runs: methods, constructors, accessors, operators, what is handed on as a delegate, the static state that it touches, and
/// what the language calls without being told (enumerators, <c>Dispose</c>, deconstruction).
/// </summary>
internal static class BodyCalls
{
    public static IEnumerable<BodyCall> Of(IOperation operation) => Named(operation).SelectMany(WithStaticState);

    private static IEnumerable<BodyCall> Named(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                return One(invocation.TargetMethod, Dispatch.IsExact(invocation, invocation.TargetMethod, invocation.Instance), invocation.Instance);
            case IObjectCreationOperation { Constructor: { } constructor }:
                return One(constructor, true);
            case IMethodReferenceOperation reference:
                return One(reference.Method, Dispatch.IsExact(reference, reference.Method, reference.Instance), reference.Instance);
            case IPropertyReferenceOperation reference:
                return Accessors(reference);
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field }:
                return One(field, true);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } @event } } assignment:
                return One(assignment.Adds ? @event.AddMethod : @event.RemoveMethod, false);
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model }:
                return Enumeration(model.GetForEachStatementInfo(syntax));
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model }:
                return Deconstruction(model.GetDeconstructionInfo(syntax));
            case IUsingOperation { Resources: { } resources }:
                return Disposal(resources);
            case IUsingDeclarationOperation declaration:
                return Disposal(declaration.DeclarationGroup);
            default:
                return One(Operator(operation), true);
        }
    }

    private static IEnumerable<BodyCall> One(ISymbol? callee, bool isExact, IOperation? receiver = null) =>
        callee is null ? Enumerable.Empty<BodyCall>() : new[] { new BodyCall(callee, isExact, receiver) };

    private static IMethodSymbol? Operator(IOperation operation) => operation switch
    {
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        ICompoundAssignmentOperation compound => compound.OperatorMethod,
        IIncrementOrDecrementOperation step => step.OperatorMethod,
        IRecursivePatternOperation pattern => pattern.DeconstructSymbol as IMethodSymbol,
        _ => null,
    };

    /// <summary>The setter of what is only assigned, both of what is changed, else the getter; the initializer of a static property.</summary>
    private static IEnumerable<BodyCall> Accessors(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var isTarget = reference.Parent is IIncrementOrDecrementOperation
            || (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference);
        var isOnlySet = isTarget && reference.Parent is ISimpleAssignmentOperation;
        var calls = new[] { isTarget ? property.SetMethod : null, isOnlySet ? null : property.GetMethod }.OfType<IMethodSymbol>()
            .SelectMany(accessor => One(accessor, Dispatch.IsExact(reference, accessor, reference.Instance), reference.Instance));
        return property.IsStatic ? calls.Concat(One(property, true)) : calls;
    }

    /// <summary>An enumerator that is only known as such is disposed of by nobody in particular: every disposable type would count.</summary>
    private static IEnumerable<BodyCall> Enumeration(ForEachStatementInfo info) =>
        new[] { info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod, Disposing(info) }.SelectMany(method => One(method, false));

    private static IMethodSymbol? Disposing(ForEachStatementInfo info) =>
        info.GetEnumeratorMethod?.ReturnType.TypeKind == TypeKind.Interface ? null : info.DisposeMethod;

    private static IEnumerable<BodyCall> Deconstruction(DeconstructionInfo info)
    {
        var open = new Stack<DeconstructionInfo>();
        open.Push(info);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next.Method is { } method)
            {
                yield return new BodyCall(method, true);
            }

            foreach (var nested in next.Nested.Reverse())
            {
                open.Push(nested);
            }
        }
    }

    /// <summary>Whatever disposes of the resources, by its name: that of an interface is joined over what implements it.</summary>
    private static IEnumerable<BodyCall> Disposal(IOperation resources)
    {
        var types = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => declarator.Symbol.Type)
            : new[] { resources.Type }.OfType<ITypeSymbol>();
        return types.SelectMany(Bases).SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.Name is "Dispose" or "DisposeAsync" && !method.IsStatic).SelectMany(method => One(method, false));
    }

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (var at = (ITypeSymbol?)type; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }

    /// <summary>The first use of a static member, and every creation, may run the static constructor.</summary>
    private static IEnumerable<BodyCall> WithStaticState(BodyCall call)
    {
        yield return call;
        if (call.Callee.IsStatic || call.Callee is IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            foreach (var constructor in call.Callee.ContainingType?.StaticConstructors ?? ImmutableArray<IMethodSymbol>.Empty)
            {
                if (!constructor.DeclaringSyntaxReferences.IsEmpty)
                {
                    yield return new BodyCall(constructor, true);
                }
            }
        }
    }
}
