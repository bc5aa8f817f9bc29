using GoalGuard.Analysis.Flow;
using GoalGuard.Analysis.Flow.Loops;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace GoalGuard.Analysis.Behaviour.Workflows;

/// <summary>A node of a graph of steps, by what names it: a variable, a member, a constant.</summary>
internal sealed class WorkflowNode : IEquatable<WorkflowNode>
{
    private readonly object _name;

    private WorkflowNode(object name, IOperation mention)
    {
        _name = name;
        Mention = mention;
    }

    /// <summary>Where it is named.</summary>
    public IOperation Mention { get; }

    /// <summary>The variable or member that names it; null where a constant does.</summary>
    public ISymbol? Symbol => _name as ISymbol;

    /// <summary>The constant that names it.</summary>
    public object? Constant => _name is ISymbol ? null : _name;

    /// <summary>The nodes that an expression names: one, or those of a list that is written in place.</summary>
    public static IEnumerable<WorkflowNode> Of(IOperation expression)
    {
        for (var open = new Stack<IOperation>(new[] { expression }); open.Count > 0;)
        {
            var plain = Symbols.Plain(open.Pop());
            if ((plain.ConstantValue is { HasValue: true, Value: { } value } ? value : Symbols.Of(plain)) is { } name)
            {
                yield return new WorkflowNode(name, plain);
            }

            foreach (var part in Parts(plain).Reverse())
            {
                open.Push(part);
            }
        }
    }

    /// <summary>The elements of a list; of something that is made of a node, as a binding of it, the node.</summary>
    private static IEnumerable<IOperation> Parts(IOperation operation) => operation switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        _ when Elements(operation) is { } elements => elements,
        IInvocationOperation call => new[] { call.Instance ?? call.Arguments.FirstOrDefault()?.Value }.OfType<IOperation>(),
        _ => Enumerable.Empty<IOperation>(),
    };

    /// <summary>The elements of a collection, written or made of <c>params</c>, which the oldest supported compiler has no interface for.</summary>
    private static IEnumerable<IOperation>? Elements(IOperation operation) =>
        operation.Syntax.IsKind(SyntaxKind.CollectionExpression) || (operation.IsImplicit && Types.IsCollection(operation.Type)) ? operation.ChildOperations : null;

    public bool Equals(WorkflowNode? other) => other is not null
        && (_name is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, other._name as ISymbol) : _name.Equals(other._name));

    public override bool Equals(object? other) => Equals(other as WorkflowNode);

    public override int GetHashCode() => _name is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : _name.GetHashCode();
}
