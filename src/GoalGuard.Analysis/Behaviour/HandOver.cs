using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using GoalGuard.Analysis.Sketches;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour;

/// <summary>A method that is handed to a factory of tools.</summary>
/// <param name="Id">Its documentation comment id.</param>
/// <param name="Key">Its names.</param>
/// <param name="IsApproved">A person is asked before the made tool runs.</param>
internal sealed record HandOver(string Id, MemberKey Key, bool IsApproved)
{
    public static IEnumerable<HandOver> In(Engine engine, IndexedMember member, CancellationToken cancellation) =>
        from symbol in engine.Members.Symbols(member, cancellation)
        from root in engine.Bodies.Operations(symbol, cancellation)
        from operation in PostOrder.Of(root)
        where operation is IMethodReferenceOperation
        let method = ((IMethodReferenceOperation)operation).Method.OriginalDefinition
        where method.MethodKind != MethodKind.LocalFunction && method.GetDocumentationCommentId() is not null
        let factory = Factory(engine, operation)
        where factory is not null
        select new HandOver(method.GetDocumentationCommentId()!, MemberKey.Of(method), engine.Tools.IsApproved(factory, cancellation));

    /// <summary>The call of a tool factory that takes this delegate.</summary>
    private static IOperation? Factory(Engine engine, IOperation reference)
    {
        for (var at = reference.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IArgumentOperation { Parameter: { } parameter, Parent: { } call } when Target(call) is { } target:
                    return engine.Knowledge.RolesOf(target).Any(entry => Tools.IsFactory(entry) && entry.Place!.Argument == parameter.Name)
                        ? call
                        : null;
                case IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IArgumentOperation:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    private static IMethodSymbol? Target(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };
}
