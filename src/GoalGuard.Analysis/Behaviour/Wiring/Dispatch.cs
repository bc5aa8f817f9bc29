using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Transfers;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Wiring;

/// <summary>
/// Which bodies a call runs. A virtual or interface call is joined over all implementations in the compilation, unless the wiring of the program
/// makes it evident which types its receiver has. So it goes to fewer members than sketches say, never to others.
/// </summary>
internal sealed class Dispatch(Engine engine)
{
    private readonly ConcreteTypes _types = new(engine);

    /// <summary>The bodies that a call in the walk of a member runs; empty where none is in sight or there are too many.</summary>
    public ImmutableArray<IMethodSymbol> Targets(Frame frame, Call call)
    {
        if (IsExact(call.Operation, call.Method, call.Instance))
        {
            return engine.Members.HasBody(call.Method)
                ? ImmutableArray.Create(call.Method.OriginalDefinition)
                : ImmutableArray<IMethodSymbol>.Empty;
        }

        var evident = Evident(call.Method, Assignments.Original(frame, call.Instance), frame.Method.Member, frame.Method.Cancellation);
        return evident is { Length: <= MemberFinder.MaxTargets } targets ? targets : engine.Members.Targets(call.Method, frame.Method.Cancellation);
    }

    /// <summary>True if nothing that overrides the member runs instead: <c>base.M()</c>, and whatever is not virtual.</summary>
    public static bool IsExact(IOperation operation, IMethodSymbol method, IOperation? instance) => operation switch
    {
        _ when IsChosenByType(method) => false,
        IInvocationOperation invocation => !invocation.IsVirtual,
        IMethodReferenceOperation reference => !reference.IsVirtual,
        _ => instance?.Syntax is BaseExpressionSyntax,
    };

    /// <summary>
    /// The bodies that run for the types which the receiver evidently has; null where that is not evident, or there is no choice anyway.
    /// </summary>
    public ImmutableArray<IMethodSymbol>? Evident(IMethodSymbol method, IOperation? receiver, ISymbol member, CancellationToken cancellation)
    {
        if (receiver is null || method.IsStatic || engine.Members.Implementations(method, cancellation).Length < 2)
        {
            return null;
        }

        var types = _types.Of(receiver, member, cancellation);
        return types.IsEmpty ? null
            : types.SelectMany(type => engine.Members.ImplementationIn(type, method))
                .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToImmutableArray();
    }

    /// <summary>A static member of an interface: the type argument chooses.</summary>
    private static bool IsChosenByType(IMethodSymbol method) => method is { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true };
}
