using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Index;
using GoalGuard.Analysis.Knowledge;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Grants;

/// <summary>
/// Does the program stand between its tools and the model with a filter or middleware that can refuse a call? It is registered where this compilation may not see it, so
/// one that is there is taken to be in use. A filter that decides nothing, such as one that only logs, refuses nothing.
/// </summary>
internal sealed class RefusingFilters(Engine engine)
{
    private const string Filter = "filter";

    /// <summary>How the types end that tell a filter about a call.</summary>
    private const string Context = "Context";

    private readonly object _gate = new();
    private bool? _exist;

    public bool Exist(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _exist ??= Find(cancellation);
        }
    }

    private bool Find(CancellationToken cancellation)
    {
        var entries = engine.Knowledge.Entries(entry => entry is { Role: Role.Approval, Note: Filter, Place: not null }).ToList();
        var contexts = entries.Where(IsOfContext).Select(entry => entry.Symbol.Type).ToImmutableHashSet(StringComparer.Ordinal);
        return entries.Select(NameOf).OfType<string>().Distinct().SelectMany(name => engine.Index.Mentioning(Words.Hash(name))).Distinct()
            .SelectMany(member => engine.Members.Symbols(member, cancellation)).OfType<IMethodSymbol>()
            .Any(method => Refuses(method, contexts, cancellation));
    }

    private static bool IsOfContext(RoleEntry entry) => entry.Symbol.Type.EndsWith(Context, StringComparison.Ordinal);

    /// <summary>What a program that has such a filter names: the type that tells about the call, or what takes the filter.</summary>
    private static string? NameOf(RoleEntry entry) =>
        IsOfContext(entry) ? entry.Symbol.Type.Substring(entry.Symbol.Type.LastIndexOf('.') + 1) : entry.Symbol.Member == "#ctor" ? null : entry.Symbol.Member;

    private bool Refuses(IMethodSymbol method, ImmutableHashSet<string> contexts, CancellationToken cancellation)
    {
        var bodies = engine.Bodies.Operations(method, cancellation).SelectMany(body => body.DescendantsAndSelf()).ToList();
        return (method.Parameters.Any(IsContext) && bodies.Any(Decides))
            || bodies.OfType<IAnonymousFunctionOperation>().Any(lambda => lambda.Symbol.Parameters.Any(IsContext) && lambda.Body.Descendants().Any(Decides));

        bool IsContext(IParameterSymbol parameter) => contexts.Contains(Types.FullName(parameter.Type));
    }

    /// <summary>A branch on which the call is not made, or on which alone it is.</summary>
    private bool Decides(IOperation operation) =>
        operation is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation
        && operation.Descendants().Any(part => part is IReturnOperation or IThrowOperation
            or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Terminate" } }
            || (part is IInvocationOperation invocation && Calls(invocation.TargetMethod)));

    /// <summary>True for what makes the call: the rest of the pipeline, or the tool itself.</summary>
    private bool Calls(IMethodSymbol method) =>
        method.MethodKind == MethodKind.DelegateInvoke || engine.Knowledge.RolesOf(method).Any(entry => entry.Role == Role.EffectTool);
}
