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
        var types = engine.Knowledge.Entries(entry => entry is { Role: Role.Approval, Note: Filter }).Select(entry => entry.Symbol.Type).Distinct().ToImmutableHashSet(StringComparer.Ordinal);
        return types.Select(type => Words.Hash(type.Substring(type.LastIndexOf('.') + 1))).Distinct()
            .SelectMany(engine.Index.Mentioning).Distinct()
            .SelectMany(member => engine.Members.Symbols(member, cancellation)).OfType<IMethodSymbol>()
            .Any(method => Refuses(method, types, cancellation));
    }

    private bool Refuses(IMethodSymbol method, ImmutableHashSet<string> contexts, CancellationToken cancellation)
    {
        var bodies = engine.Bodies.Operations(method, cancellation).SelectMany(body => body.DescendantsAndSelf()).ToList();
        return (method.Parameters.Any(IsContext) && bodies.Any(Decides))
            || bodies.OfType<IAnonymousFunctionOperation>().Any(lambda => lambda.Symbol.Parameters.Any(IsContext) && lambda.Body.Descendants().Any(Decides));

        bool IsContext(IParameterSymbol parameter) => contexts.Contains(Types.FullName(parameter.Type));
    }

    private static bool Decides(IOperation operation) => operation is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or IThrowOperation;
}
