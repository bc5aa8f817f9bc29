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
        var plain = Symbols.Plain(expression);
        return plain switch
        {
            IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.SelectMany(Of),
            _ when Elements(plain) is { } elements => elements.SelectMany(Of),
            _ when plain.ConstantValue is { HasValue: true, Value: { } value } => One(value, plain),
            _ when Symbols.Of(plain) is { } symbol => One(symbol, plain),
            // Something made of the node: a binding of it.
            IInvocationOperation call => (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } bound ? Of(bound) : Enumerable.Empty<WorkflowNode>(),
            _ => Enumerable.Empty<WorkflowNode>(),
        };
    }

    /// <summary>The elements of a collection, written or made of <c>params</c>, which the oldest supported compiler has no interface for.</summary>
    private static IEnumerable<IOperation>? Elements(IOperation operation) =>
        operation.Syntax.IsKind(SyntaxKind.CollectionExpression) || (operation.IsImplicit && Types.IsCollection(operation.Type)) ? operation.ChildOperations : null;

    private static IEnumerable<WorkflowNode> One(object name, IOperation mention) => new[] { new WorkflowNode(name, mention) };

    public bool Equals(WorkflowNode? other) => other is not null && (_name is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, other._name as ISymbol) : _name.Equals(other._name));

    public override bool Equals(object? other) => Equals(other as WorkflowNode);

    public override int GetHashCode() => _name is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : _name.GetHashCode();
}
