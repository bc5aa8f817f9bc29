using GoalGuard.Analysis.Sketches;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Transfers;

/// <summary>
/// Delegates that a member makes and hands out: by its result, an <c>out</c> parameter, a part of what it gives back. Its summary says where their bodies are
/// written, and what comes of them whatever they are given; whoever invokes them reads the bodies with what it gives.
/// </summary>
internal static class HandedOuts
{
    private const int MaxDelegates = 8;

    /// <summary>True if a delegate, or an object that others fill, may come out of the method.</summary>
    public static bool MayComeFrom(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty
        && (Types.MayHoldDelegate(Types.Unwrap(method.ReturnType)) || Carriers.IsFilled(method.ReturnType)
            || method.Parameters.Any(parameter => parameter.RefKind == RefKind.Out && Types.MayHoldDelegate(parameter.Type)));

    /// <summary>Where the bodies are written that a delegate may run; those of libraries are nowhere in sight.</summary>
    public static ImmutableArray<SourceSpan> Written(Value value) => value.Targets.IsEmpty
        ? ImmutableArray<SourceSpan>.Empty
        : value.Targets.Where(target => !target.Method.DeclaringSyntaxReferences.IsEmpty)
            .Select(target => target.Method.DeclaringSyntaxReferences[0]).Select(body => SourceSpan.Of(body.SyntaxTree, body.Span))
            .Take(MaxDelegates).ToImmutableArray();

    /// <summary>What a delegate may run that was made elsewhere.</summary>
    public static ImmutableArray<DelegateTarget> Targets(Frame frame, ImmutableArray<SourceSpan> written)
    {
        if (written.IsEmpty)
        {
            return ImmutableArray<DelegateTarget>.Empty;
        }

        frame.Method.Delegates.HasMade = true;
        return written.Select(span => frame.Engine.Bodies.At(span, frame.Method.Cancellation)).OfType<IMethodSymbol>()
            .Select(method => new DelegateTarget(method, null, null) { IsElsewhere = true }).ToImmutableArray();
    }

    /// <summary>Runs the body with these arguments; what it shares with its maker, the maker has said.</summary>
    public static Value Invoke(Frame frame, IOperation site, Value @delegate, IMethodSymbol method, Func<IParameterSymbol, Value> argument)
    {
        var call = new Call(site, method, null, ImmutableArray<IArgumentOperation>.Empty);
        var bodies = method.MethodKind == MethodKind.Ordinary ? frame.Engine.Members.Targets(method, frame.Method.Cancellation) : ImmutableArray.Create(method);
        var result = bodies.IsEmpty ? Value.Empty
            : Summaries.Apply(frame, call, bodies, isOpen: true, index =>
                index >= 0 && index < method.Parameters.Length ? argument(method.Parameters[index]) : Value.Empty);
        return frame.State.Members(@delegate.Id).TryGetValue(Invocations.Returned, out var anyway)
            ? Either.Of(frame, (site, method), result with { Id = result.Id ?? frame.Fresh(site, "handed out") }, anyway)
            : result;
    }

    /// <summary>At the end of the member: what comes of the delegates that it hands out, whatever they will be given.</summary>
    public static void Settle(Frame frame, Value returned)
    {
        var open = new Queue<(Value Value, int Depth)>();
        open.Enqueue((returned, 0));
        foreach (var parameter in (frame.Method.Member as IMethodSymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.RefKind == RefKind.Out && Types.MayHoldDelegate(parameter.Type) && frame.State.Variable(parameter) is { } left)
            {
                open.Enqueue((left, 0));
            }
        }

        while (open.Count > 0)
        {
            var (at, depth) = open.Dequeue();
            if (at.Id is not null && at.Targets.Any(target => Delegates.IsLocal(target) && Carriers.May(target.Method.ReturnType)))
            {
                var anyway = Delegates.Invoke(frame, frame.Graph.OriginalOperation, at, parameter => DelegateRuns.Unknown(frame.Method, parameter));
                Members.Write(frame, at, Invocations.Returned, anyway);
            }

            var members = depth < Origin.MaxDepth ? frame.State.Members(at.Id) : ImmutableDictionary<string, Value>.Empty;
            foreach (var member in members.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                open.Enqueue((member.Value, depth + 1));
            }
        }
    }
}
