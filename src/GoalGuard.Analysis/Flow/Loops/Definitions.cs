using GoalGuard.Analysis.Flow.Control;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Flow.Loops;

/// <summary>One place that changes a variable.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Motion">Where the variable goes from what it was; unknown if it becomes something else.</param>
/// <param name="IsConstant">True for a step of constant size.</param>
/// <param name="Value">What it becomes; null where that is not an expression.</param>
internal readonly record struct Write(FlowNode Node, Motion Motion, bool IsConstant, IOperation? Value);

/// <summary>
/// Every place in a member that changes a variable, member, intermediate result or number of elements. Members of objects go by their symbol
/// alone, and what other members do to a field is not seen.
/// </summary>
internal sealed class Definitions
{
    private readonly Dictionary<object, List<Write>> _writes = new(Keys.Comparer);
    private readonly HashSet<object> _elsewhere = new(Keys.Comparer);

    /// <summary>Keys: symbols, <see cref="CaptureId"/>s, <see cref="ElementCount"/>s.</summary>
    private sealed class Keys : IEqualityComparer<object>
    {
        public static readonly Keys Comparer = new();

        bool IEqualityComparer<object>.Equals(object? x, object? y) =>
            x is ISymbol left ? SymbolEqualityComparer.Default.Equals(left, y as ISymbol) : Equals(x, y);

        int IEqualityComparer<object>.GetHashCode(object key) =>
            key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : key.GetHashCode();
    }

    public IReadOnlyList<Write> Of(object variable) => _writes.TryGetValue(variable, out var writes) ? writes : [];

    /// <summary>True if a lambda or local function changes it: nobody knows when.</summary>
    public bool IsChangedElsewhere(object variable) => _elsewhere.Contains(variable);

    public static Definitions Of(FlowGraph graph, CancellationToken cancellation) => Of(graph, Enumerable.Empty<(ISymbol, Write)>(), cancellation);

    /// <summary>With what happens to parameters where the member calls itself.</summary>
    public static Definitions Of(FlowGraph graph, IEnumerable<(ISymbol Parameter, Write Write)> handed, CancellationToken cancellation)
    {
        var result = new Definitions();
        foreach (var (parameter, write) in handed)
        {
            result.Add(parameter, write);
        }

        foreach (var node in graph.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var operation in node.Operations().SelectMany(root => PostOrder.Of(root)))
            {
                foreach (var (variable, motion, constant, value) in Changes.Of(operation))
                {
                    result.Add(variable, new Write(node, motion, constant, value));
                }

                if (result.PutAside(operation) is var (holder, effect))
                {
                    result.Add(new ElementCount(holder), new Write(node, effect, true, null));
                }
            }
        }

        result.AddElsewhere(graph.Source);
        return result;
    }

    /// <summary>A call on a collection that was put aside while its arguments are awaited: <c>open.Add(await NextAsync())</c>.</summary>
    private (ISymbol Holder, Motion Effect)? PutAside(IOperation operation) =>
        operation is IInvocationOperation { Instance: { } instance } call && Symbols.Plain(instance) is IFlowCaptureReferenceOperation capture
        && CollectionMembers.Effect(call) is { } effect && Of(capture.Id).Select(write => CollectionMembers.Holder(write.Value)).OfType<ISymbol>().FirstOrDefault() is { } holder
            ? (holder, effect)
            : null;

    private void Add(object variable, Write write)
    {
        if (!_writes.TryGetValue(variable, out var writes))
        {
            _writes.Add(variable, writes = []);
        }

        writes.Add(write);
    }

    private void AddElsewhere(ControlFlowGraph graph)
    {
        foreach (var function in PostOrder.Of(graph.OriginalOperation).Where(each => each is IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            if (function != graph.OriginalOperation)
            {
                _elsewhere.UnionWith(PostOrder.Of(function).SelectMany(Changes.Of).Select(change => change.Variable));
            }
        }
    }
}
